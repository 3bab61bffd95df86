import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { adviceRulesOptions, type AdviceRule } from '~/api/adviceRules'
import { useCatalog } from '~/api/metadata'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { AdviceRuleEditor } from './AdviceRuleEditor'
import { AdviceRuleRow } from './AdviceRuleRow'
import { AdviceWeight } from './AdviceWeight'
import './advice.css'

/** What is open over the list: a rule that is written anew, or a new one that begins as another. */
interface Opened {
  rule?: AdviceRule
  copy?: boolean
}

/** The rules by which records' pages say what is best done next, object by object. */
export function AdviceRules() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { data, error, refetch } = useQuery(adviceRulesOptions)
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const items = data?.items ?? []
  const objects = [...new Set(items.map(({ object }) => object))]
  return (
    <section className="card advice-rules" aria-label={t('settings.advice')}>
      <header>
        <span className="grow">{t('adviceRules.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpened({})}>
          {t('adviceRules.new')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : items.length === 0 ? (
        <Empty title={t('adviceRules.empty')} detail={t('adviceRules.emptyDetail')} />
      ) : (
        objects.map((object) => (
          <section key={object} aria-label={catalog.object(object)?.pluralLabel ?? object}>
            <h3>{catalog.object(object)?.pluralLabel ?? object}</h3>
            <ul>
              {items
                .filter((rule) => rule.object === object)
                .map((rule) => (
                  <AdviceRuleRow
                    key={rule.id}
                    rule={rule}
                    onEdit={() => setOpened({ rule })}
                    onCopy={() => setOpened({ rule, copy: true })}
                  />
                ))}
            </ul>
          </section>
        ))
      )}
      {opened?.rule?.shipped && !opened.copy && <AdviceWeight rule={opened.rule} onClose={close} />}
      {opened && !(opened.rule?.shipped && !opened.copy) && (
        <AdviceRuleEditor
          rule={opened.copy ? undefined : opened.rule}
          like={opened.copy ? opened.rule : undefined}
          onClose={close}
        />
      )}
    </section>
  )
}
