import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { settleOnEnter } from '~/ui/settleOnEnter'
import { controlProps, type InputProps } from '../field'

export function DateInput(props: InputProps) {
  const { value, onChange } = props
  return (
    <DatePicker
      {...controlProps(props)}
      onKeyDown={settleOnEnter}
      className="fill"
      value={value ? dayjs(String(value)) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
