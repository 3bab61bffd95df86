import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Money, ObjectType, RecordData } from '~/api/types'
import { formatMoney, formatNearDate } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { Avatar } from '~/ui/Avatar'
import type { CardParts } from './card'

interface BoardCardProps {
  object: ObjectType
  record: RecordData
  parts: CardParts
  /** The card is on its way, and its answer still to come. */
  moving?: boolean
  children?: ReactNode
}

/** What one wants to know of a record while moving it. */
export function BoardCard({ object, record, parts, moving, children }: BoardCardProps) {
  const { t, i18n } = useTranslation()
  const title = titleOf(record, object.title) || t('record.untitled')
  const { about, amount, person, day, marks } = parts
  const aboutTitle = about ? titleOf(record, about.name) : ''
  const name = person ? titleOf(record, person.name) : ''
  const money = amount ? (record[amount.name] as Money | null | undefined) : undefined
  const date = day ? record[day.name] : undefined
  return (
    <article className={moving ? 'board-card moving' : 'board-card'} aria-busy={moving || undefined}>
      <h3>
        <Link to="/$object/$id" params={{ object: object.name, id: record.id }} draggable={false} title={title}>
          {title}
        </Link>
        {children}
      </h3>
      {aboutTitle && (
        <p className="sub ellipsis" title={aboutTitle}>
          {aboutTitle}
        </p>
      )}
      <div className="card-foot">
        {name && (
          <span className="who" title={`${person?.label}: ${name}`}>
            <Avatar name={name} size="small" />
            <span className="visually-hidden">{name}</span>
          </span>
        )}
        {marks
          .filter((mark) => !isEmpty(record[mark.name]))
          .map((mark) => (
            <Value key={mark.name} attribute={mark} value={record[mark.name]} dense linkless />
          ))}
        {typeof date === 'string' && (
          <time dateTime={date} title={day?.label}>
            {formatNearDate(date, i18n.language)}
          </time>
        )}
        {money && <em className="num">{formatMoney(money, i18n.language)}</em>}
      </div>
    </article>
  )
}
