import type { DisplayProps } from '../field'

export function PhoneDisplay({ value }: DisplayProps) {
  const text = String(value)
  return <a href={`tel:${text.replace(/[^\d+]/g, '')}`} title={text}>{text}</a>
}
