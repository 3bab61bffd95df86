import type { ComponentType } from 'react'
import type { FilesOf } from '~/api/files'
import type { Attribute } from '~/api/types'
import type { Operator } from './operator'

export interface DisplayProps {
  attribute: Attribute
  /** Never null: the engine shows the empty mark itself. */
  value: unknown
  /** In a table's cell: one line, and links only where they do not compete with the row's own. */
  dense?: boolean
  /** Inside of something that is itself a link, where another one may not stand. */
  linkless?: boolean
  /** The record it is a value of; where nobody says, what hangs on that cannot be reached. */
  of?: FilesOf
}

export interface InputProps {
  attribute: Attribute
  value: unknown
  onChange: (value: unknown) => void
  id?: string
  autoFocus?: boolean
  invalid?: boolean
  /** The id of the text that explains what is wrong. */
  describedBy?: string
}

/** What the console knows about one type of attribute; how it is edited is in `inputs.tsx`. */
export interface FieldType {
  Display: ComponentType<DisplayProps>
  operators: (attribute: Attribute) => readonly Operator[]
  /** Numbers stand at the right so that their digits line up. */
  align?: 'end'
  /** The least width of a column, in pixels. */
  width: number | ((attribute: Attribute) => number)
  /** Whether choosing a value ends the edit; typed ones end with Enter. */
  savesOnChange?: boolean
  /** Where it is edited in a list: in the cell where nothing is said, in a card beside it where it has several controls, or not at all. */
  inCell?: 'beside' | 'never'
  /** The value (never null) as the server wants it; the same when absent. */
  toWire?: (value: unknown) => unknown
}

/** The accessible names and states every input hands to its control. */
export const controlProps = ({ attribute, id, autoFocus, invalid, describedBy }: InputProps) => ({
  id,
  autoFocus,
  status: invalid ? ('error' as const) : undefined,
  'aria-label': attribute.label,
  'aria-invalid': invalid || undefined,
  'aria-required': attribute.required || undefined,
  'aria-describedby': describedBy,
})
