import type { Address } from '~/api/types'
import type { FieldType } from '../field'
import { AddressDisplay } from './Display'
import { addressOperators } from './operators'

/** How it reads is the server's to say. */
const withoutText = ({ text: _text, ...parts }: Address): Address | null =>
  Object.values(parts).some(Boolean) ? parts : null

export const address: FieldType = {
  Display: AddressDisplay,
  operators: () => addressOperators,
  width: 240,
  inCell: 'beside',
  toWire: (value) => withoutText(value as Address),
}
