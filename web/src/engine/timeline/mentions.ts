import type { Reference } from '~/api/types'

const NAMED = /@\[([0-9a-f-]{36})\]/gi

/** A text in pieces: plain ones, and people by id. */
export type Piece = { text: string } | { person: string }

export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of body.matchAll(NAMED)) {
    if (match.index > from) pieces.push({ text: body.slice(from, match.index) })
    pieces.push({ person: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < body.length) pieces.push({ text: body.slice(from) })
  return pieces
}

/** Who was chosen while typing, by the name that stands in the text. */
export type Chosen = Record<string, string>

/** Two people may share a name; in the text each needs one of their own. */
export function nameInText(chosen: Chosen, person: { id: string; name: string }): string {
  const plain = person.name.replaceAll(/[\s@]+/g, '')
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain}${number}`
    if (!(name in chosen) || chosen[name] === person.id) return name
  }
}

/** What was typed as the server keeps it; the longest names first, since one may begin with another. */
export function toBody(typed: string, chosen: Chosen): string {
  return Object.keys(chosen)
    .sort((a, b) => b.length - a.length)
    .reduce((body, name) => body.replaceAll(`@${name}`, `@[${chosen[name]}]`), typed)
}

/** What the server keeps as it is typed. */
export function toTyped(body: string, mentions: readonly Reference[]): { typed: string; chosen: Chosen } {
  const chosen: Chosen = {}
  const names = new Map<string, string>()
  for (const { id, title } of mentions) {
    const name = nameInText(chosen, { id, name: title ?? id.slice(-6) })
    chosen[name] = id
    names.set(id, name)
  }
  const typed = piecesOf(body)
    .map((piece) => ('text' in piece ? piece.text : `@${names.get(piece.person) ?? piece.person}`))
    .join('')
  return { typed, chosen }
}
