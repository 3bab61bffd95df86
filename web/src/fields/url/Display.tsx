import type { DisplayProps } from '../field'

/** Only web addresses become links: a `javascript:` one would run in the reader's session. */
export function webAddress(text: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  return URL.canParse(whole) && /^https?:$/.test(new URL(whole).protocol) ? whole : undefined
}

export function UrlDisplay({ value, linkless }: DisplayProps) {
  const text = String(value)
  const address = webAddress(text)
  if (!address || linkless) return <span title={text}>{text}</span>
  return (
    <a href={address} title={text} target="_blank" rel="noreferrer">
      {text.replace(/^https?:\/\//, '')}
    </a>
  )
}
