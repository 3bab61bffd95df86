import type { DisplayProps } from '../field'

export function TextDisplay({ value, dense }: DisplayProps) {
  const text = String(value)
  return dense ? <span title={text}>{text}</span> : <span className="text-block">{text}</span>
}
