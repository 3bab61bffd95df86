import { DecimalInput } from '../decimal/Input'
import type { InputProps } from '../field'

export const PercentInput = (props: InputProps) => <DecimalInput {...props} suffix="%" />
