import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { automationOptions, type AutomationRule } from '~/api/automation'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { AutomationEditor } from './AutomationEditor'
import { AutomationRow } from './AutomationRow'
import { Runs } from './Runs'
import './automation.css'

/** What the program does by itself when something happens. */
export function Automation() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(automationOptions)
  const [edited, setEdited] = useState<AutomationRule | 'new'>()
  const [shown, setShown] = useState<AutomationRule>()
  return (
    <section className="card automation" aria-label={t('settings.automation')}>
      <header>
        <span className="grow">{t('automation.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
          {t('automation.new')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.items.length === 0 ? (
        <Empty title={t('automation.empty')} detail={t('automation.emptyDetail')} />
      ) : (
        <ul>
          {data.items.map((rule) => (
            <AutomationRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} onShow={() => setShown(rule)} />
          ))}
        </ul>
      )}
      {edited && <AutomationEditor rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {shown && <Runs rule={shown} onClose={() => setShown(undefined)} />}
    </section>
  )
}
