import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DateOperandProps {
  label: string
  range: boolean
  value: string[]
  onChange: (value: string[]) => void
}

const DAY = 'YYYY-MM-DD'
const day = (text?: string) => (text ? dayjs(text) : null)

export function DateOperand({ label, range, value, onChange }: DateOperandProps) {
  if (range) {
    return (
      <DatePicker.RangePicker
        className="fill"
        aria-label={label}
        value={[day(value[0]), day(value[1])]}
        onChange={(days) => onChange([days?.[0]?.format(DAY) ?? '', days?.[1]?.format(DAY) ?? ''])}
      />
    )
  }
  return (
    <DatePicker
      className="fill"
      aria-label={label}
      value={day(value[0])}
      onChange={(next) => onChange([next?.format(DAY) ?? ''])}
    />
  )
}
