import {
  Building2, Calendar, ChartColumn, CircleDot, Coins, Contact, FileText, Headset, List, ListChecks, Megaphone, MessageSquareText, Network,
  Package, Phone, Receipt, ShoppingCart, SquareCheck, Swords, Tags, Target, UserRound, UsersRound, type LucideIcon,
} from 'lucide-react'

/** The icons objects may ask for by their Lucide name; each one listed is one shipped. */
const ICONS: Record<string, LucideIcon> = {
  'building-2': Building2, calendar: Calendar, 'chart-column': ChartColumn, coins: Coins, contact: Contact, 'contact-round': Contact,
  'file-text': FileText, headset: Headset, list: List, 'list-checks': ListChecks, megaphone: Megaphone,
  'message-square-text': MessageSquareText, network: Network, package: Package, phone: Phone, receipt: Receipt,
  'shopping-cart': ShoppingCart, 'square-check': SquareCheck, swords: Swords, tags: Tags, target: Target,
  'user-round': UserRound, 'users-round': UsersRound,
}

export const iconOf = (name: string): LucideIcon => ICONS[name] ?? CircleDot
