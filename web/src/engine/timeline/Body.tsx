import type { Reference } from '~/api/types'
import { piecesOf } from './mentions'

/** A comment's text, with the names of those who are named in it. */
export function Body({ body, mentions }: { body: string; mentions: readonly Reference[] }) {
  const names = new Map(mentions.map(({ id, title }) => [id, title]))
  return (
    <span className="said">
      {piecesOf(body).map((piece, index) =>
        'text' in piece ? (
          piece.text
        ) : (
          <b key={index} className="at">
            @{names.get(piece.person) ?? '…'}
          </b>
        ),
      )}
    </span>
  )
}
