import { Select } from 'antd'
import { useClearing } from '~/ui/useClearing'
import { controlProps, type InputProps } from '../field'

export function ChoiceInput(props: InputProps) {
  const { attribute, value, onChange } = props
  const clearing = useClearing()
  // A choice no longer offered stays selectable where it is already set.
  const options = (attribute.choices ?? [])
    .filter((choice) => choice.active || choice.code === value)
    .map((choice) => ({ value: choice.code, label: choice.label }))
  return (
    <Select
      {...controlProps(props)}
      className="fill"
      allowClear={!attribute.required && clearing}
      showSearch={options.length > 7 ? { optionFilterProp: 'label' } : false}
      value={(value as string | null) ?? undefined}
      options={options}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  )
}
