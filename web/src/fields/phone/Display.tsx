import type { DisplayProps } from '../field'

export function PhoneDisplay({ value, linkless }: DisplayProps) {
  const text = String(value)
  if (linkless) return <span title={text}>{text}</span>
  return (
    <a href={`tel:${text.replace(/[^\d+]/g, '')}`} title={text}>
      {text}
    </a>
  )
}
