import { Input } from 'antd'
import { controlProps, type InputProps } from '../field'

/** An emptied text is no value at all, not an empty one. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text)

export function TextInput(props: InputProps) {
  const { attribute, value, onChange } = props
  const shared = {
    ...controlProps(props),
    value: value == null ? '' : String(value),
    maxLength: attribute.maxLength ?? undefined,
    autoComplete: 'off',
  }
  return attribute.multiline ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: 3, maxRows: 12 }}
      onChange={(event) => onChange(textOrNull(event.target.value))}
    />
  ) : (
    <Input {...shared} onChange={(event) => onChange(textOrNull(event.target.value))} />
  )
}
