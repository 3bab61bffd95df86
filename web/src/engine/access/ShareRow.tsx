import { Link } from '@tanstack/react-router'
import { App, Button, Tooltip } from 'antd'
import { Building2, Filter, Undo2, Users, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useSession } from '~/api/session'
import { useTakeBack, type Share } from '~/api/shares'
import { formatDate, formatTime, localDay } from '~/fields/format'
import { Avatar } from '~/ui/Avatar'

const ICONS: Partial<Record<string, LucideIcon>> = { team: Users, department: Building2, rule: Filter }

interface ShareRowProps {
  object: string
  id: string
  share: Share
  mayGive: boolean
}

/** What they may, until when, and by whom. */
function useShareWords({ kind, editing, along, until, by, at }: Share): string {
  const { t, i18n } = useTranslation()
  const parts = [
    kind === 'collaborator' ? t('share.collaborates') : t(editing ? 'share.mayEdit' : 'share.mayRead'),
    kind !== 'collaborator' && along && t('share.withAlong'),
    until && t('share.untilDay', { day: formatDate(localDay(new Date(until)), i18n.language) }),
    kind !== 'rule' && by && t('share.by', { name: by.title, time: formatTime(at, i18n.language) }),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** A rule's own name leads to it, for those who keep rules. */
function Name({ share: { to } }: { share: Share }) {
  const { t } = useTranslation()
  const { admin } = useSession()
  if (to.kind !== 'rule') return to.title
  const words = t('share.byRule', { name: to.title })
  return admin ? (
    <Link to="/settings/$section" params={{ section: 'sharing' }}>
      {words}
    </Link>
  ) : (
    words
  )
}

/** Somebody who has the record, and why. */
export function ShareRow({ object, id, share, mayGive }: ShareRowProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { user } = useSession()
  const take = useTakeBack(object, id)
  const words = useShareWords(share)
  const Icon = ICONS[share.to.kind]
  const own = share.to.id === user.id
  return (
    <li className="share-row">
      {Icon ? <Icon size={18} strokeWidth={1.6} aria-hidden /> : <Avatar name={share.to.title} />}
      <span className="share-what">
        <b>
          <Name share={share} />
        </b>
        <span className="sub">{words}</span>
        {share.note && <q className="sub">{share.note}</q>}
      </span>
      {share.kind !== 'rule' && (mayGive || own) && (
        <Tooltip title={t('share.takeBack')}>
          <Button
            type="text"
            size="small"
            icon={<Undo2 size={15} aria-hidden />}
            loading={take.isPending}
            aria-label={t('share.takeBackFrom', { name: share.to.title })}
            onClick={() => take.mutate(share, { onError: (error) => message.error(asProblem(error).message) })}
          />
        </Tooltip>
      )}
    </li>
  )
}
