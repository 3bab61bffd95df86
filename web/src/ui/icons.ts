import { createElement, forwardRef, lazy, Suspense } from 'react'
import {
  Building2,
  Calendar,
  ChartColumn,
  CircleDot,
  Coins,
  Contact,
  FileText,
  FolderOpen,
  List,
  type LucideIcon,
  type LucideProps,
  Magnet,
  MessageSquareText,
  Network,
  Package,
  SquareCheck,
  Swords,
  Target,
  UserRound,
  UsersRound,
} from 'lucide-react'

/** The icons objects may ask for by their Lucide name; each one listed is one shipped. */
const ICONS: Record<string, LucideIcon> = {
  'building-2': Building2,
  calendar: Calendar,
  'chart-column': ChartColumn,
  coins: Coins,
  contact: Contact,
  'contact-round': Contact,
  'file-text': FileText,
  folder: FolderOpen,
  list: List,
  'message-square-text': MessageSquareText,
  network: Network,
  package: Package,
  'square-check': SquareCheck,
  swords: Swords,
  magnet: Magnet,
  target: Target,
  'user-round': UserRound,
  'users-round': UsersRound,
}

const further = new Map<string, LucideIcon>()

/** One that is loaded when it is shown; until then, and where there is none of the name, a plain one stands there. */
function furtherIcon(name: string): LucideIcon {
  const Loaded = lazy(async () => ({ default: (await import('./furtherIcons')).FURTHER_ICONS[name] ?? CircleDot }))
  const icon = forwardRef<SVGSVGElement, LucideProps>((props, ref) =>
    createElement(Suspense, { fallback: createElement(CircleDot, props) }, createElement(Loaded, { ...props, ref })),
  )
  further.set(name, icon)
  return icon
}

export const iconOf = (name: string): LucideIcon => ICONS[name] ?? further.get(name) ?? furtherIcon(name)

export const ICON_NAMES = Object.keys(ICONS)
