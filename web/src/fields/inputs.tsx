import type { ComponentType } from 'react'
import type { AttributeType } from '~/api/types'
import { later } from '~/ui/later'
import { BooleanInput } from './boolean/Input'
import { ChoiceInput } from './choice/Input'
import { ChoicesInput } from './choices/Input'
import { DecimalInput } from './decimal/Input'
import { EmailInput } from './email/Input'
import type { InputProps } from './field'
import { FileInput } from './file/Input'
import { LinesInput } from './lines/Input'
import { MoneyInput } from './money/Input'
import { NumberInput } from './number/Input'
import { PercentInput } from './percent/Input'
import { PhoneInput } from './phone/Input'
import { useAutoFocus } from './quiet'
import { ReferenceInput } from './reference/Input'
import { TextInput } from './text/Input'
import { UrlInput } from './url/Input'

// With its cascade, it is rarely wanted.
const AddressInput = later(async () => (await import('./address/Input')).AddressInput)
// The calendar is as large as all other inputs together.
const DateInput = later(async () => (await import('./date/Input')).DateInput)
const TimeInput = later(async () => (await import('./time/Input')).TimeInput)

const INPUTS: Record<AttributeType, ComponentType<InputProps>> = {
  address: AddressInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  date: DateInput,
  decimal: DecimalInput,
  email: EmailInput,
  file: FileInput,
  lines: LinesInput,
  money: MoneyInput,
  number: NumberInput,
  percent: PercentInput,
  phone: PhoneInput,
  reference: ReferenceInput,
  text: TextInput,
  time: TimeInput,
  url: UrlInput,
}

export function TypedInput(props: InputProps) {
  const Input = INPUTS[props.attribute.type] ?? TextInput
  const autoFocus = useAutoFocus(props.autoFocus)
  return <Input {...props} autoFocus={autoFocus} />
}
