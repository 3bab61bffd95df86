import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog, type Catalog } from '~/api/metadata'
import { followedOptions, type Followed } from '~/api/timeline'
import { formatAgo } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'

const SHOWN = 8

/** "2 comments · 1 change" */
function useNews(catalog: Catalog) {
  const { t } = useTranslation()
  const label = (kind: string) =>
    kind === 'changes'
      ? t('timeline.changes')
      : kind === 'comments'
        ? t('timeline.comment')
        : catalog.object(kind)?.label
  return (news: Followed['news']) =>
    Object.entries(news)
      .map(([kind, value]) => t('home.news', { label: label(kind), value: value < 100 ? value : '99+' }))
      .join(' · ')
}

/** The records one follows, those first to which something happened since one looked. */
export function MyFollowed() {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const words = useNews(catalog)
  const { data, error, refetch } = useQuery(followedOptions)
  const fresh = data?.items.filter(({ latest }) => latest).length ?? 0
  return (
    <section className="card" aria-label={t('home.followed')}>
      <header>
        <h2>{t('home.followed')}</h2>
        {data && data.items.length > 0 && <span>{data.items.length}</span>}
        {fresh > 0 && <span className="pill ochre">{t('home.newOnes', { value: fresh })}</span>}
      </header>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : null}
      <div className="followed-list">
        {data?.items.slice(0, Math.max(SHOWN, fresh)).map(({ record, news, latest }) => (
          <Link key={record.id} className="item" to="/$object/$id" params={{ object: record.object, id: record.id }}>
            <Star size={14} aria-hidden className={latest ? 'fresh' : 'sub'} fill={latest ? 'currentColor' : 'none'} />
            <span className="ellipsis" title={record.title}>
              {record.title}
            </span>
            <span className="sub ellipsis about">{catalog.object(record.object)?.label}</span>
            <span className="grow" />
            {latest ? (
              <span className="news ellipsis">{words(news)}</span>
            ) : (
              <span className="sub">{t('home.noNews')}</span>
            )}
            {latest && (
              <time className="sub" dateTime={latest}>
                {formatAgo(latest, i18n.language)}
              </time>
            )}
          </Link>
        ))}
      </div>
      {data?.items.length === 0 && <p className="nothing">{t('home.noFollowed')}</p>}
    </section>
  )
}
