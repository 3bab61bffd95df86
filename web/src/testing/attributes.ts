import type { Attribute, AttributeType } from '~/api/types'

/** An attribute for tests: everything it does not say is what most attributes are. */
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

export const STAGE = attribute('stage', 'choice', {
  choices: [
    { code: 'open', label: 'Open', meaning: 'open', color: 'slate', active: true },
    { code: 'talks', label: 'Talks', meaning: 'open', color: 'indigo', active: true },
    { code: 'won', label: 'Won', meaning: 'won', color: 'jade', active: true },
    { code: 'lost', label: 'Lost', meaning: 'lost', color: 'cinnabar', active: true },
  ],
})
