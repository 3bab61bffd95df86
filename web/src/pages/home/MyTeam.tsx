import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { aggregateOptions } from '~/api/records'
import { useSession } from '~/api/session'
import type { FunnelSource } from '~/engine/shared/funnel'
import { MY_TEAMS, ownedBy } from '~/engine/shared/people'
import { formatNumber, formatShortMoney } from '~/fields/format'
import { Avatar } from '~/ui/Avatar'
import { membersOf, teamSources, type Member } from './team'

const SHOWN = 8

function MemberRow({ source, member }: { source: ReturnType<typeof teamSources>; member: Member }) {
  const { t, i18n } = useTranslation()
  const { person, count, sum, share, overdue } = member
  const name = person.title ?? t('record.gone')
  const theirs = ownedBy(person.id)
  return (
    <li className="member">
      <Avatar name={name} size="small" />
      <Link
        to="/$object"
        params={{ object: source.object.name }}
        search={{ filter: source.open(theirs) }}
        className="bar"
      >
        <span className="ellipsis">{name}</span>
        <span className="track">
          <i style={{ width: `${share}%` }} />
        </span>
        <em className="num">
          {sum ? formatShortMoney(sum, i18n.language) : '—'} · {formatNumber(count, i18n.language)}
        </em>
      </Link>
      {overdue > 0 && source.tasks && (
        <Link
          to="/$object"
          params={{ object: source.tasks.object.name }}
          search={{ filter: source.tasks.overdue(theirs) }}
          className="pill cinnabar"
        >
          {t('home.overdue', { count: overdue })}
        </Link>
      )}
    </li>
  )
}

/** What stands open and what is late with each of those who report to the reader; nothing for whom nobody does. */
export function MyTeam({ funnel }: { funnel: FunnelSource }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const source = teamSources(useCatalog(), funnel)
  const sum = `sum(${funnel.amount.name})`
  const open = useQuery(
    aggregateOptions(source.object.name, { group: 'owner', measure: ['count', sum], filter: source.open(MY_TEAMS) }),
  )
  const overdue = useQuery({
    ...aggregateOptions(source.tasks?.object.name ?? '', {
      group: 'owner',
      measure: ['count'],
      filter: source.tasks?.overdue(MY_TEAMS),
    }),
    enabled: source.tasks !== undefined,
  })
  const members = membersOf(sum, open.data, overdue.data)
  if (!members.some(({ person }) => person.id !== user.id)) return null
  return (
    <section className="card" aria-label={t('home.team')}>
      <header>
        <h2>{t('home.team')}</h2>
        <span>{t('home.teamNote')}</span>
        <span className="grow" />
        <Link to="/$object" params={{ object: source.object.name }} search={{ filter: source.open(MY_TEAMS) }}>
          {t('record.all')}
        </Link>
      </header>
      <ul className="team">
        {members.slice(0, SHOWN).map((member) => (
          <MemberRow key={member.person.id} source={source} member={member} />
        ))}
      </ul>
    </section>
  )
}
