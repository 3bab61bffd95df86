import {
  Boxes,
  Factory,
  GraduationCap,
  Headset,
  ListChecks,
  type LucideIcon,
  Megaphone,
  Phone,
  Receipt,
  Ship,
  ShoppingCart,
  Tags,
  Truck,
  Wrench,
} from 'lucide-react'

/** Icons that no object of the program has, and that those of companies may: loaded where one is shown. */
export const FURTHER_ICONS: Record<string, LucideIcon> = {
  boxes: Boxes,
  factory: Factory,
  'graduation-cap': GraduationCap,
  headset: Headset,
  'list-checks': ListChecks,
  megaphone: Megaphone,
  phone: Phone,
  receipt: Receipt,
  ship: Ship,
  'shopping-cart': ShoppingCart,
  tags: Tags,
  truck: Truck,
  wrench: Wrench,
}
