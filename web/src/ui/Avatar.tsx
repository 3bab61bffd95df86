const TONES = 6

/** One sign for a person: the family name's character, or two initials of a latin name. */
export function initialsOf(name: string): string {
  const latin = /^[\p{Script=Latin}]/u.test(name)
  if (!latin) return [...name][0] ?? ''
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
}

const toneOf = (name: string): number =>
  [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % TONES

/** Decoration beside a name, so it has none of its own. */
export const Avatar = ({ name, size }: { name: string; size?: 'small' }) => (
  <span className={`avatar tone-${toneOf(name)}${size ? ` ${size}` : ''}`} aria-hidden>
    {initialsOf(name)}
  </span>
)
