import { InputNumber } from 'antd'
import { controlProps, type InputProps } from '../field'

/** Works on strings from end to end, because a decimal may have more digits than a number can hold. */
export function DecimalInput({ suffix, ...props }: InputProps & { suffix?: string }) {
  const { attribute, value, onChange } = props
  return (
    <InputNumber<string>
      {...controlProps(props)}
      className="fill"
      stringMode
      controls={false}
      suffix={suffix}
      value={value == null ? null : String(value)}
      min={attribute.min == null ? undefined : String(attribute.min)}
      max={attribute.max == null ? undefined : String(attribute.max)}
      onChange={(next) => onChange(next === null || next === '' ? null : String(next))}
    />
  )
}
