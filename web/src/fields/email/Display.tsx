import type { DisplayProps } from '../field'

export function EmailDisplay({ value, linkless }: DisplayProps) {
  const text = String(value)
  if (linkless) return <span title={text}>{text}</span>
  return (
    <a href={`mailto:${text}`} title={text}>
      {text}
    </a>
  )
}
