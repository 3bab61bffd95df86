import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sharingRulesOptions, type SharingRule } from '~/api/sharingRules'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { RuleDrawer } from './RuleDrawer'
import { RuleRow } from './RuleRow'
import './sharing.css'

/** Who is given records by what the records are. */
export function SharingRules() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(sharingRulesOptions)
  const [edited, setEdited] = useState<SharingRule>()
  const [open, setOpen] = useState(false)
  const [opening, setOpening] = useState(0)
  const edit = (rule?: SharingRule) => {
    setEdited(rule)
    setOpening(opening + 1)
    setOpen(true)
  }
  return (
    <section className="card" aria-label={t('settings.sharing')}>
      <header>
        <span className="grow">{t('share.rules.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => edit()}>
          {t('share.rules.create')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.items.length === 0 ? (
        <Empty title={t('share.rules.empty')} detail={t('share.rules.emptyDetail')} />
      ) : (
        <ul>
          {data.items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} onEdit={() => edit(rule)} />
          ))}
        </ul>
      )}
      {opening > 0 && <RuleDrawer key={opening} rule={edited} open={open} onClose={() => setOpen(false)} />}
    </section>
  )
}
