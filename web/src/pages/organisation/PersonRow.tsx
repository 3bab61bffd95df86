import { Link } from '@tanstack/react-router'
import type { Reference } from '~/api/types'
import { Avatar } from '~/ui/Avatar'

/** Somebody, with a few words about them. */
export function PersonRow({
  person,
  words,
  note,
}: {
  person: Reference
  words: (string | undefined)[]
  note?: string
}) {
  const name = person.title ?? ''
  return (
    <Link className="item" to="/$object/$id" params={{ object: 'users', id: person.id }}>
      <Avatar name={name} size="small" />
      <div className="grow">
        <div className="ellipsis">{name}</div>
        <div className="sub ellipsis">{words.filter(Boolean).join(' · ')}</div>
      </div>
      {note && <span className="pill slate">{note}</span>}
    </Link>
  )
}
