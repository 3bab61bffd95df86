import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MINE } from '~/engine/shared/people'
import { useCatalog } from '~/api/metadata'
import { firstRowsOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { formatAgo } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { Failure, SkeletonRows } from '~/ui/states'

const SHOWN = 6
const BESIDE = 2

/** What was changed last among one's own, or among all where nobody owns them. */
export function MyRecent({ object }: { object: ObjectType }) {
  const { t, i18n } = useTranslation()
  const filter = object.capabilities.includes('owned') ? MINE : undefined
  const choices = useCatalog()
    .pick(object.name, object.columns)
    .filter((column) => column.choices?.some((choice) => choice.color))
    .slice(0, BESIDE)
  const fields = [object.title, 'updatedAt', ...choices.map((column) => column.name)]
  const { data, error, refetch } = useQuery(
    firstRowsOptions(object.name, { filter, sort: '-updatedAt', fields, limit: SHOWN }),
  )
  const heading = t('home.recent', { label: object.pluralLabel })
  return (
    <section className="card" aria-label={heading}>
      <header>
        <h2>{heading}</h2>
        <span className="grow" />
        <Link to="/$object" params={{ object: object.name }} search={{ filter, sort: '-updatedAt' }}>
          {t('record.all')}
        </Link>
      </header>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={5} /> : null}
      {data?.items.map((record) => {
        const title = titleOf(record, object.title) || t('record.untitled')
        return (
          <Link key={record.id} className="item" to="/$object/$id" params={{ object: object.name, id: record.id }}>
            <span className="ellipsis" title={title}>
              {title}
            </span>
            {choices
              .filter((column) => !isEmpty(record[column.name]))
              .map((column) => (
                <Value key={column.name} attribute={column} value={record[column.name]} dense linkless />
              ))}
            <span className="grow" />
            <time className="sub" dateTime={String(record.updatedAt)}>
              {formatAgo(String(record.updatedAt), i18n.language)}
            </time>
          </Link>
        )
      })}
      {data?.items.length === 0 && <p className="nothing">{t('home.nothingYet')}</p>}
    </section>
  )
}
