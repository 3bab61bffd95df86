import type { DisplayProps } from '../field'

export function ChoiceDisplay({ attribute, value }: DisplayProps) {
  const choice = attribute.choices?.find(({ code }) => code === value)
  const label = choice?.label ?? String(value)
  return choice?.color ? (
    <span className={`pill ${choice.color}`} title={label}>
      {label}
    </span>
  ) : (
    <span title={label}>{label}</span>
  )
}
