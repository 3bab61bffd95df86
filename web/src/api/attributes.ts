import type { Attribute, AttributeType } from './types'

/** An attribute of which only what is unusual has to be said; everything else is as most attributes are. */
export const attribute = (name: string, type: AttributeType, rest: Partial<Attribute> = {}): Attribute => ({
  name,
  type,
  label: name,
  help: null,
  required: false,
  unique: false,
  writable: true,
  derived: false,
  filterable: true,
  sortable: true,
  searchable: false,
  summed: false,
  maxLength: null,
  min: null,
  max: null,
  scale: null,
  multiline: false,
  reference: null,
  lines: null,
  choices: null,
  ...rest,
})
