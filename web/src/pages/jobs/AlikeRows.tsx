import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { alikePage, type Alike, type AlikeRow } from '~/api/imports'
import { useCatalog } from '~/api/metadata'
import type { Job, ObjectType } from '~/api/types'
import { LookalikeList } from '~/engine/form/LookalikeList'
import { isDraft, useDraft } from '../imports/draft'

const WHAT: Alike[] = ['create', 'skip', 'update']

/** Which rows were like records that are there; before the import each can be decided by itself. */
export function AlikeRows({ job }: { job: Job }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object(job.about.object ?? '')
  const query = useInfiniteQuery({
    queryKey: ['jobs', job.id, 'alike', job.state],
    queryFn: ({ pageParam, signal }) => alikePage(job.id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (!object || items.length === 0) return null
  const undecided = job.about.dryRun && job.uploadThere && job.about.upload
  return (
    <section className="differences alike" aria-label={t('jobs.alike')}>
      <h2>{t('jobs.alike')}</h2>
      {undecided ? (
        <Decidable object={object} upload={undecided} items={items} />
      ) : (
        <Rows object={object} items={items} />
      )}
      {query.hasNextPage && (
        <Button type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.loadMore')}
        </Button>
      )}
    </section>
  )
}

/** What somebody decides is kept with what else they said of the file, until they import it. */
function Decidable({ object, upload, items }: { object: ObjectType; upload: string; items: AlikeRow[] }) {
  const { t } = useTranslation()
  const [said, say] = useDraft(upload, object.name)
  if (!isDraft(said)) return <Rows object={object} items={items} />
  return (
    <>
      <p className="sub">{t('jobs.alikeDecide')}</p>
      <Rows
        object={object}
        items={items.map((item) => ({ ...item, what: said.decisions?.[item.line] ?? item.what }))}
        onDecide={(line, what) => say({ ...said, decisions: { ...said.decisions, [line]: what } })}
      />
    </>
  )
}

function Rows({
  object,
  items,
  onDecide,
}: {
  object: ObjectType
  items: AlikeRow[]
  onDecide?: (line: number, what: Alike) => void
}) {
  const { t } = useTranslation()
  return (
    <ul>
      {items.map(({ line, title, what, records }) => (
        <li key={line}>
          <div className="alike-row">
            <b>{title ?? t('jobs.line', { line })}</b>
            {title && <span className="sub">{t('jobs.line', { line })}</span>}
            <span className="grow" />
            {onDecide ? (
              <Select<Alike>
                size="small"
                aria-label={t('jobs.alikeOf', { line })}
                value={what}
                onChange={(decided) => onDecide(line, decided)}
                options={WHAT.map((value) => ({ value, label: t(`imports.alike.${value}`) }))}
                popupMatchSelectWidth={false}
              />
            ) : (
              <span className="sub">{t(`imports.alike.${what}`)}</span>
            )}
          </div>
          <LookalikeList object={object} lookalikes={records} />
        </li>
      ))}
    </ul>
  )
}
