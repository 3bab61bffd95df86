import type { DisplayProps } from '../field'

export function EmailDisplay({ value }: DisplayProps) {
  const text = String(value)
  return <a href={`mailto:${text}`} title={text}>{text}</a>
}
