import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { differencesPage, type Difference } from '~/api/imports'
import { useCatalog } from '~/api/metadata'
import type { Job } from '~/api/types'
import { Value } from '~/fields/Value'

/** What a dry run would change of records that are there, attribute by attribute. */
export function Differences({ job }: { job: Job }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery({
    queryKey: ['jobs', job.id, 'differences', job.state],
    queryFn: ({ pageParam, signal }) => differencesPage(job.id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const restricted = query.data?.pages.some((page) => page.restricted) ?? false
  if (items.length === 0 && !restricted) return null
  return (
    <section className="differences" aria-label={t('jobs.differences')}>
      <h2>{t('jobs.differences')}</h2>
      <ul>
        {items.map((item) => (
          <DifferenceRow key={`${item.line} ${item.id}`} item={item} object={job.about.object ?? ''} />
        ))}
      </ul>
      {restricted && <p className="sub">{t('jobs.differencesRestricted')}</p>}
      {query.hasNextPage && (
        <Button type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.loadMore')}
        </Button>
      )}
    </section>
  )
}

function DifferenceRow({ item, object }: { item: Difference; object: string }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  return (
    <li>
      <p>
        <Link to="/$object/$id" params={{ object, id: item.id }}>
          {item.title ?? item.id}
        </Link>{' '}
        <span className="sub">{t('jobs.line', { line: item.line })}</span>
      </p>
      <dl>
        {item.changes.map(({ attribute: name, before, after }) => {
          const attribute = catalog.attribute(object, name)
          return (
            attribute && (
              <div key={name}>
                <dt>{attribute.label}</dt>
                <dd>
                  <Value attribute={attribute} value={before} dense={attribute.type !== 'time'} linkless />
                  <ArrowRight size={13} aria-label={t('jobs.becomes')} />
                  <strong>
                    <Value attribute={attribute} value={after} dense={attribute.type !== 'time'} linkless />
                  </strong>
                </dd>
              </div>
            )
          )
        })}
      </dl>
    </li>
  )
}
