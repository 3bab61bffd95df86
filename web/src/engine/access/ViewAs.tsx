import { App, Button } from 'antd'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useSession, useViewAs } from '~/api/session'
import type { RecordData } from '~/api/types'
import './access.css'

function useWish() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const view = useViewAs()
  const wish = (person: string | null) =>
    view.mutate(person, { onError: (error) => message.error(asProblem(error).message || t('state.failed')) })
  return { wish, isPending: view.isPending }
}

/** Begins to see the console as somebody else sees it. */
export function ViewAsButton({ person }: { person: RecordData }) {
  const { t } = useTranslation()
  const { user, admin } = useSession()
  const { wish, isPending } = useWish()
  if (!admin || person.id === user.id || person.deletedAt) return null
  const able = person.account === 'active'
  return (
    <Button
      type="text"
      size="small"
      icon={<Eye size={15} aria-hidden />}
      title={t(able ? 'rights.viewAsHelp' : 'rights.viewAsNot')}
      disabled={!able}
      loading={isPending}
      onClick={() => wish(person.id)}
    >
      {t('rights.viewAs')}
    </Button>
  )
}

/** Says on every page that it is another person's, as long as it is. */
export function ViewAsBanner() {
  const { t } = useTranslation()
  const { user, viewedBy } = useSession()
  const { wish, isPending } = useWish()
  if (!viewedBy) return null
  return (
    <div className="view-as" role="status">
      <Eye size={15} aria-hidden />
      <span>{t('rights.viewing', { name: user.title })}</span>
      <Button size="small" loading={isPending} onClick={() => wish(null)}>
        {t('rights.viewEnd')}
      </Button>
    </div>
  )
}
