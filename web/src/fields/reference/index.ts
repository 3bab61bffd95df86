import type { Reference } from '~/api/types'
import type { FieldType } from '../field'
import { ReferenceDisplay } from './Display'
import { referenceOperators } from './operators'

export const reference: FieldType = {
  Display: ReferenceDisplay,
  operators: referenceOperators,
  width: (attribute) => (attribute.toPerson ? 116 : 168),
  savesOnChange: true,
  toWire: (value) => ({ id: (value as Reference).id }),
}
