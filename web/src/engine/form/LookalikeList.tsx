import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Lookalike } from '~/api/duplicates'
import type { ObjectType } from '~/api/types'
import { Score } from './Score'

/** What speaks for one record being another. */
function Reasons({ lookalike }: { lookalike: Lookalike }) {
  const words = lookalike.reasons.filter((reason) => reason.for).map(({ text }) => text)
  return words.length > 0 && <span className="sub">{words.join(' · ')}</span>
}

/** Records like the one being typed, each with why; of hidden ones whom to ask. */
export function LookalikeList({
  object,
  lookalikes,
  actionOf,
}: {
  object: ObjectType
  lookalikes: readonly Lookalike[]
  /** What can be done with one. */
  actionOf?: (lookalike: Lookalike) => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <ul className="lookalikes">
      {lookalikes.map((lookalike, at) => (
        <li key={lookalike.id ?? at}>
          <Score score={lookalike.score} />
          <span className="lookalike">
            {lookalike.id ? (
              <Link to="/$object/$id" params={{ object: object.name, id: lookalike.id }} target="_blank">
                {lookalike.title}
              </Link>
            ) : lookalike.line !== undefined ? (
              <b>{t('duplicates.earlierRow', { line: lookalike.line, title: lookalike.title })}</b>
            ) : (
              <b>
                {lookalike.owner
                  ? t('duplicates.hiddenOf', { label: object.label, name: lookalike.owner.title })
                  : t('duplicates.hidden', { label: object.label })}
              </b>
            )}
            {lookalike.id && lookalike.owner && <span className="sub">{lookalike.owner.title}</span>}
            <Reasons lookalike={lookalike} />
          </span>
          {actionOf?.(lookalike)}
        </li>
      ))}
    </ul>
  )
}
