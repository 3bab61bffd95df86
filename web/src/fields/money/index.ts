import type { Money } from '~/api/types'
import type { FieldType } from '../field'
import { numberOperators } from '../number/operators'
import { MoneyDisplay } from './Display'

export const money: FieldType = {
  Display: MoneyDisplay,
  operators: () => numberOperators,
  align: 'end',
  width: 160,
  toWire: (value) => ((value as Money).amount ? value : null),
}
