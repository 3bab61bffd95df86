import { Input } from 'antd'
import { controlProps, type InputProps } from '../field'
import { textOrNull } from '../text/Input'

export function EmailInput(props: InputProps) {
  return (
    <Input
      {...controlProps(props)}
      type="email"
      inputMode="email"
      autoComplete="off"
      value={props.value == null ? '' : String(props.value)}
      maxLength={props.attribute.maxLength ?? undefined}
      onChange={(event) => props.onChange(textOrNull(event.target.value))}
    />
  )
}
