import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { rulesOptions, useOrderRules, type Rule } from '~/api/rules'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { RuleEditor } from './RuleEditor'
import { RuleRow } from './RuleRow'
import './rules.css'

/** The rules of one object, in the order in which they are asked. */
function RulesOfObject({ object, rules, onEdit }: { object: string; rules: Rule[]; onEdit: (rule: Rule) => void }) {
  const { message } = App.useApp()
  const label = useCatalog().object(object)?.pluralLabel ?? object
  const order = useOrderRules()
  const swap = (one: number, other: number) => {
    const ids = rules.map((rule) => rule.id)
    const moved = ids[one]
    const met = ids[other]
    if (!moved || !met) return undefined
    return () => {
      ids[one] = met
      ids[other] = moved
      order.mutate(ids, { onError: (error) => void message.error(asProblem(error).message) })
    }
  }
  return (
    <section className="card" aria-label={label}>
      <h2>{label}</h2>
      <ol>
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            onEdit={() => onEdit(rule)}
            onUp={swap(index - 1, index)}
            onDown={swap(index, index + 1)}
          />
        ))}
      </ol>
    </section>
  )
}

/** Who gets which records, by the company's own rules. */
export function Rules() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(rulesOptions)
  const [editing, setEditing] = useState<{ rule?: Rule }>()
  const objects = [...new Set(data?.items.map((rule) => rule.object))]
  return (
    <div className="rules">
      <section className="card" aria-label={t('settings.rules')}>
        <header>
          <span className="grow">{t('assignRules.about')}</span>
          <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEditing({})}>
            {t('assignRules.new')}
          </Button>
        </header>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : (
          data.items.length === 0 && <Empty title={t('assignRules.empty')} detail={t('assignRules.emptyDetail')} />
        )}
      </section>
      {objects.map((object) => (
        <RulesOfObject
          key={object}
          object={object}
          rules={data?.items.filter((rule) => rule.object === object) ?? []}
          onEdit={(rule) => setEditing({ rule })}
        />
      ))}
      {editing && data && <RuleEditor rule={editing.rule} groups={data.groups} onClose={() => setEditing(undefined)} />}
    </div>
  )
}
