import { Alert, App, Button } from 'antd'
import { Inbox } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useUndoOffer } from '~/engine/shared/useUndoOffer'
import { NewVersionBar } from '~/ui/NewVersion'
import { OfflineBar } from '~/ui/OfflineNote'
import { Empty, Failure, Loading } from '~/ui/states'
import { Problem } from '~/api/problem'
import { Part, Show } from './Show'

const nothing = () => {}

/** What is told over a page, in the place of a page, and for a moment. */
export function NoticesPart() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  return (
    <Part name="notices">
      <div className="card kit-bars">
        <OfflineBar waiting={0} />
        <OfflineBar waiting={2} />
        <NewVersionBar />
        {(['info', 'success', 'warning', 'error'] as const).map((type) => (
          <Alert key={type} type={type} showIcon title={t('kit.complaint')} />
        ))}
        <p className="field-error">{t('kit.complaint')}</p>
        <p className="field-help">{t('kit.about')}</p>
      </div>
      <div className="kit-row">
        {(['success', 'error', 'warning', 'info'] as const).map((type) => (
          <Button key={type} onClick={() => void message[type](t('kit.complaint'))}>
            {t(`kit.messages.${type}`)}
          </Button>
        ))}
        <Button onClick={() => offer(t('delete.done', { count: 1, label: t('kit.names.deal') }), nothing)}>
          {t('action.undo')}
        </Button>
      </div>
      <div className="kit-states">
        <Show state="loading">
          <div className="panel">
            <Loading />
          </div>
        </Show>
        <Show state="empty">
          <div className="panel">
            <Empty title={t('jobs.empty')} detail={t('jobs.emptyDetail')}>
              <Button type="primary" icon={<Inbox size={15} aria-hidden />}>
                {t('action.import')}
              </Button>
            </Empty>
          </div>
        </Show>
        <Show state="wrong">
          <div className="panel">
            <Failure
              error={new Problem(503, { title: t('state.failed'), detail: t('kit.complaint') })}
              onRetry={nothing}
            />
          </div>
        </Show>
      </div>
    </Part>
  )
}
