import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { settleOnEnter } from '~/ui/settleOnEnter'
import { controlProps, type InputProps } from '../field'

export function TimeInput(props: InputProps) {
  const { value, onChange } = props
  return (
    <DatePicker
      {...controlProps(props)}
      onKeyDown={settleOnEnter}
      className="fill"
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      value={value ? dayjs(String(value)) : null}
      onChange={(time) => onChange(time ? time.toISOString() : null)}
    />
  )
}
