import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mentionsOptions, type Mention } from '~/api/timeline'
import { Body } from '~/engine/timeline/Body'
import { formatAgo } from '~/fields/format'
import { Avatar } from '~/ui/Avatar'
import { Failure, SkeletonRows } from '~/ui/states'

const SHOWN = 6

function MentionRow({ mention }: { mention: Mention }) {
  const { t, i18n } = useTranslation()
  const { record, by } = mention
  return (
    <Link
      className={mention.unread ? 'item mention unread' : 'item mention'}
      to="/$object/$id"
      params={{ object: record.object, id: record.id }}
    >
      <Avatar name={by.title ?? ''} />
      <span className="lines">
        <span className="ellipsis">
          <b>{by.title}</b> <span className="sub">{record.title}</span>
        </span>
        <span className="ellipsis">
          <Body body={mention.body} mentions={mention.mentions} />
        </span>
      </span>
      <span className="grow" />
      <time className="sub" dateTime={mention.at}>
        {formatAgo(mention.at, i18n.language)}
      </time>
      {mention.unread && <i className="dot" role="img" aria-label={t('home.unread')} />}
    </Link>
  )
}

/** Where others named one in a comment; what is new stands out. */
export function MyMentions() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(mentionsOptions)
  const unread = data?.unread ?? 0
  return (
    <section className="card" aria-label={t('home.mentions')}>
      <header>
        <h2>{t('home.mentions')}</h2>
        {unread > 0 && (
          <span className="pill ochre">{t('home.newOnes', { value: unread < 100 ? unread : '99+' })}</span>
        )}
      </header>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : null}
      {data?.items.slice(0, SHOWN).map((mention) => (
        <MentionRow key={mention.id} mention={mention} />
      ))}
      {data?.items.length === 0 && <p className="nothing">{t('home.noMentions')}</p>}
    </section>
  )
}
