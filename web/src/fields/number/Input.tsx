import { InputNumber } from 'antd'
import { controlProps, type InputProps } from '../field'

export function NumberInput(props: InputProps) {
  const { attribute, value, onChange } = props
  return (
    <InputNumber
      {...controlProps(props)}
      className="fill"
      controls={false}
      precision={0}
      value={value == null ? null : Number(value)}
      min={attribute.min == null ? undefined : Number(attribute.min)}
      max={attribute.max == null ? undefined : Number(attribute.max)}
      onChange={onChange}
    />
  )
}
