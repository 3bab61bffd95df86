import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { alikePage, type Alike, type AlikeKind, type AlikeRow, type Decisions } from '~/api/imports'
import { useCatalog } from '~/api/metadata'
import type { Job, ObjectType } from '~/api/types'
import { LookalikeList } from '~/engine/form/LookalikeList'
import { isDraft, useDraft } from '../imports/draft'

const WHAT: Alike[] = ['create', 'skip', 'update']
const KINDS: AlikeKind[] = ['one', 'several', 'hidden']

/** As the program tells them apart. */
function kindOf([best, next]: AlikeRow['records']): AlikeKind {
  if (best && next && best.score === next.score) return 'several'
  return best?.id || best?.line !== undefined ? 'one' : 'hidden'
}

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
  const decisions = said.decisions ?? {}
  const decide = (of: number | AlikeKind, what: string) => say({ ...said, decisions: { ...decisions, [of]: what } })
  return (
    <>
      <p className="sub">{t('jobs.alikeDecide')}</p>
      <KindBar items={items} usual={said.duplicates ?? 'create'} decisions={decisions} onDecide={decide} />
      <Rows object={object} items={items} decisions={decisions} onDecide={decide} />
    </>
  )
}

/** One decision for all rows of a kind that nobody has decided by themselves. */
function KindBar({
  items,
  usual,
  decisions,
  onDecide,
}: {
  items: AlikeRow[]
  usual: Alike
  decisions: Decisions
  onDecide: (kind: AlikeKind, what: string) => void
}) {
  const { t } = useTranslation()
  const kinds = KINDS.filter((kind) => items.some(({ records }) => kindOf(records) === kind))
  return (
    <div className="alike-kinds">
      {kinds.map((kind) => (
        <label key={kind}>
          <span>{t(`jobs.alikeKind_${kind}`)}</span>
          <Select
            size="small"
            aria-label={t(`jobs.alikeKind_${kind}`)}
            {...chosen(decisions[kind] ?? usual, kind)}
            placeholder={t('jobs.alikeEach')}
            options={waysOf(kind).map((value) => ({ value, label: t(`imports.alike.${value}`) }))}
            popupMatchSelectWidth={false}
            onChange={(what: string) => onDecide(kind, what)}
          />
        </label>
      ))}
    </div>
  )
}

/** Which record is to be changed has to be said where several are as likely; of a hidden one that cannot be. */
const waysOf = (kind: AlikeKind): Alike[] => (kind === 'one' ? WHAT : ['create', 'skip'])

const chosen = (what: string, kind: AlikeKind) =>
  what === 'update' && kind !== 'one' ? { value: undefined, status: 'warning' as const } : { value: what }

function Decision({
  row: { line, what, records },
  decisions,
  onDecide,
}: {
  row: AlikeRow
  decisions: Decisions
  onDecide: (line: number, what: string) => void
}) {
  const { t } = useTranslation()
  const kind = kindOf(records)
  const there = records.filter(({ id }) => id)
  const which =
    there.length > 1 || (kind !== 'one' && there.length > 0)
      ? there.map(({ id, title, owner }) => ({
          value: id ?? '',
          label: t('jobs.alikeUpdate', { title: owner ? `${title} · ${owner.title}` : title }),
        }))
      : []
  const ways = waysOf(kind).map((value) => ({ value: value as string, label: t(`imports.alike.${value}`) }))
  return (
    <Select<string>
      size="small"
      aria-label={t('jobs.alikeOf', { line })}
      {...chosen(decisions[line] ?? decisions[kind] ?? what, kind)}
      placeholder={t('jobs.alikeChoose')}
      onChange={(decided) => onDecide(line, decided)}
      options={[...ways, ...which]}
      popupMatchSelectWidth={false}
    />
  )
}

function Rows({
  object,
  items,
  decisions = {},
  onDecide,
}: {
  object: ObjectType
  items: AlikeRow[]
  decisions?: Decisions
  onDecide?: (line: number, what: string) => void
}) {
  const { t } = useTranslation()
  return (
    <ul>
      {items.map((row) => (
        <li key={row.line}>
          <div className="alike-row">
            <b>{row.title ?? t('jobs.line', { line: row.line })}</b>
            {row.title && <span className="sub">{t('jobs.line', { line: row.line })}</span>}
            <span className="grow" />
            {onDecide ? (
              <Decision row={row} decisions={decisions} onDecide={onDecide} />
            ) : (
              <span className="sub">{t(`imports.alike.${row.what}`)}</span>
            )}
          </div>
          <LookalikeList object={object} lookalikes={row.records} />
        </li>
      ))}
    </ul>
  )
}
