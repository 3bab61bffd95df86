import {
  Building2,
  Import,
  Keyboard,
  Mail,
  MessageSquareText,
  Smartphone,
  Target,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'

/** Where a step is done: on a page, in the form of a new record, or in a dialog. */
export type Way =
  | { words: string; to: string; search?: Record<string, string> }
  | { words: string; creates: string }
  | { words: string; opens: 'phone' | 'keys' }

export interface StepLook {
  icon: LucideIcon
  /** The usual way first. */
  ways: readonly [Way, ...Way[]]
}

const LOOKS: Record<string, StepLook> = {
  company: { icon: Building2, ways: [{ words: 'open', to: '/settings/company' }] },
  people: { icon: UserPlus, ways: [{ words: 'open', to: '/users' }] },
  customers: {
    icon: Import,
    ways: [
      { words: 'import', to: '/imports', search: { object: 'customers' } },
      { words: 'sample', to: '/settings/sample' },
    ],
  },
  opportunity: { icon: Target, ways: [{ words: 'create', creates: 'opportunities' }] },
  mail: { icon: Mail, ways: [{ words: 'open', to: '/settings/mail' }] },
  log: { icon: MessageSquareText, ways: [{ words: 'create', creates: 'contact-logs' }] },
  phone: { icon: Smartphone, ways: [{ words: 'how', opens: 'phone' }] },
  keys: { icon: Keyboard, ways: [{ words: 'show', opens: 'keys' }] },
}

/** A step this console does not know yet is not shown. */
export const lookOf = (step: string): StepLook | undefined => LOOKS[step]
