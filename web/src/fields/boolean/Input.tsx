import { Switch } from 'antd'
import { controlProps, type InputProps } from '../field'

export function BooleanInput(props: InputProps) {
  const { status: _, ...shared } = controlProps(props)
  return <Switch {...shared} checked={props.value === true} onChange={props.onChange} />
}
