import { App, Button, Popconfirm, Switch } from 'antd'
import { Copy, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inputOf, useDeleteAdviceRule, useSaveAdviceRule, type AdviceRule } from '~/api/adviceRules'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { ConditionWords } from '~/engine/filter/ConditionWords'
import { DeleteButton, EditButton } from '~/ui/RowButtons'
import { useConditions } from '../rules/useConditions'
import { useRemedyWords } from './useRemedyWords'

interface AdviceRuleRowProps {
  rule: AdviceRule
  onEdit: () => void
  /** Begins a new rule with what this one says. */
  onCopy: () => void
}

/** A rule as it is told on records, where it holds, and whether it is on. */
export function AdviceRuleRow({ rule, onEdit, onCopy }: AdviceRuleRowProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const catalog = useCatalog()
  const save = useSaveAdviceRule(rule)
  const remove = useDeleteAdviceRule()
  const remedyWords = useRemedyWords()
  const { reason, shipped, pointing } = rule
  const conditions = useConditions(catalog.object(rule.object), rule.condition)
  const counted = useConditions(catalog.object(pointing?.object ?? ''), pointing?.condition ?? null)
  const onError = (error: unknown) => {
    const problem = asProblem(error)
    void message.error(problem.status === 412 ? t('adviceRules.stale') : problem.message || t('state.failed'))
  }
  const silent = rule.errors.length > 0
  return (
    <li className={rule.active && !silent ? 'item advice-rule' : 'item advice-rule off'}>
      <Switch
        size="small"
        checked={rule.active}
        loading={save.isPending}
        aria-label={t('adviceRules.activeOf', { reason })}
        onChange={(active) =>
          save.mutate(shipped ? { active, weight: rule.weight } : { ...inputOf(rule), active }, { onError })
        }
      />
      <div className="grow">
        <span className="advice-words">
          <b>{reason}</b>
          {shipped && <span className="pill">{t('adviceRules.shipped')}</span>}
          {silent && <span className="pill cinnabar">{t('adviceRules.silent')}</span>}
        </span>
        {silent && <span className="advice-wrong">{rule.errors.map((error) => error.message).join(' ')}</span>}
        {conditions.length > 0 && (
          <span className="advice-words">
            <span className="sub">{t('adviceRules.if')}</span>
            {conditions.map((condition, index) => (
              <span key={index} className="pill">
                <ConditionWords condition={condition} />
              </span>
            ))}
          </span>
        )}
        <span className="advice-words">
          <span className="sub">{remedyWords(rule)}</span>
          {counted.map((condition, index) => (
            <span key={index} className="pill">
              <ConditionWords condition={condition} />
            </span>
          ))}
        </span>
        <span className="sub">
          {t('adviceRules.button', { action: rule.action })}
          {' · '}
          {t('adviceRules.weightIs', { weight: rule.weight })}
        </span>
      </div>
      <span className="advice-actions">
        <Button
          type="text"
          size="small"
          icon={<Copy size={15} aria-hidden />}
          aria-label={t('adviceRules.copy', { reason })}
          onClick={onCopy}
        />
        <EditButton label={t('adviceRules.edit', { reason })} onClick={onEdit} />
        {!shipped && (
          <DeleteButton
            label={t('adviceRules.delete', { reason })}
            question={t('adviceRules.deleteQuestion')}
            pending={remove.isPending}
            onConfirm={() => remove.mutate(rule.id, { onError })}
          />
        )}
        {shipped && rule.version > 0 && (
          <Popconfirm
            title={t('adviceRules.resetQuestion')}
            okText={t('adviceRules.reset')}
            onConfirm={() => remove.mutate(rule.id, { onError })}
          >
            <Button
              type="text"
              size="small"
              icon={<RotateCcw size={15} aria-hidden />}
              loading={remove.isPending}
              aria-label={t('adviceRules.resetOf', { reason })}
            />
          </Popconfirm>
        )}
      </span>
    </li>
  )
}
