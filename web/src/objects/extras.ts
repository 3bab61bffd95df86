import { lazy, type ComponentType } from 'react'
import type { ObjectType, RecordData } from '~/api/types'

export interface ExtraProps {
  object: ObjectType
  record: RecordData
}

/** What the page of one object has beside what every record page has. */
interface Extras {
  /** Where its records are at home, if not in a list. */
  home?: string
  /** Beside the commands, for whoever may edit the record. */
  Actions?: ComponentType<ExtraProps>
  /** Above the records that point to this one. */
  Cards?: ComponentType<ExtraProps>
}

const EXTRAS: Record<string, Extras> = {
  folders: { home: '/library' },
  users: {
    Actions: lazy(async () => ({ default: (await import('./users/Leave')).Leave })),
    Cards: lazy(async () => ({ default: (await import('./users/Place')).Place })),
  },
}

export const extrasOf = ({ name }: Pick<ObjectType, 'name'>): Extras => EXTRAS[name] ?? {}
