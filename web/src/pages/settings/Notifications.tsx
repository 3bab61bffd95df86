import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  notificationPreferencesOptions,
  useSaveNotificationPreferences,
  type NotificationPreferences,
} from '~/api/notifications'
import { asProblem } from '~/api/problem'
import { Failure, SkeletonRows } from '~/ui/states'
import { NotificationKinds } from './NotificationKinds'
import { QuietHours } from './QuietHours'

function PreferencesForm({ preferences }: { preferences: NotificationPreferences }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveNotificationPreferences()
  const [draft, setDraft] = useState(preferences)
  const problem = save.error ? asProblem(save.error) : undefined
  const onChange = (change: Partial<NotificationPreferences>) => setDraft({ ...draft, ...change })
  return (
    <form
      className="card"
      aria-label={t('settings.notifications')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft, { onSuccess: () => message.success(t('settings.saved')) })
      }}
    >
      <header>
        <span className="grow">{t('notifications.about')}</span>
      </header>
      {draft.mail !== 'possible' && <p className="notification-hint sub">{t(`notifications.mail.${draft.mail}`)}</p>}
      <NotificationKinds kinds={draft.kinds} onChange={(kinds) => onChange({ kinds })} />
      <QuietHours preferences={draft} onChange={onChange} />
      <div className="setting">
        <div>
          {problem && (
            <p className="gate-problem" role="alert">
              {problem.errors.map((error) => error.message).join(' ') || problem.message || t('state.offlineDetail')}
            </p>
          )}
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}

export function Notifications() {
  const { data, error, refetch } = useQuery(notificationPreferencesOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="card">
        <SkeletonRows rows={8} />
      </div>
    )
  return <PreferencesForm key={JSON.stringify(data)} preferences={data} />
}
