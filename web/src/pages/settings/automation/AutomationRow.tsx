import { App, Button, Switch } from 'antd'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inputOf, useDeleteAutomation, useRelease, useSaveAutomation, type AutomationRule } from '~/api/automation'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { ConditionWords } from '~/engine/filter/ConditionWords'
import { formatAgo } from '~/fields/format'
import { DeleteButton, EditButton } from '~/ui/RowButtons'
import { useConditions } from '../rules/useConditions'
import { useAutomationWords } from './useAutomationWords'

interface AutomationRowProps {
  rule: AutomationRule
  onEdit: () => void
  onShow: () => void
}

/** A rule as a sentence, whether it is on, and how it fared last. */
export function AutomationRow({ rule, onEdit, onShow }: AutomationRowProps) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const object = useCatalog().object(rule.object)
  const save = useSaveAutomation(rule)
  const remove = useDeleteAutomation()
  const release = useRelease()
  const { when, does } = useAutomationWords()
  const { name } = rule
  const conditions = useConditions(object, rule.condition)
  const onError = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))
  const hasFailed = rule.failedAt !== null && rule.failedAt === rule.lastAt
  return (
    <li className={rule.active && !rule.paused ? 'item automation-rule' : 'item automation-rule off'}>
      <Switch
        size="small"
        checked={rule.active}
        loading={save.isPending}
        aria-label={t('automation.activeOf', { name })}
        onChange={(active) => save.mutate({ ...inputOf(rule), active }, { onError })}
      />
      <div className="grow">
        <button type="button" className="plain automation-name" onClick={onShow}>
          {name}
        </button>
        {rule.paused && <span className="pill cinnabar">{t(`automation.paused.${rule.paused}`)}</span>}
        {rule.waiting > 0 && <span className="pill ochre">{t('automation.waiting', { count: rule.waiting })}</span>}
        {rule.held > 0 && (
          <span className="automation-words">
            <span className="pill ochre">{t('automation.held', { count: rule.held })}</span>
            <Button size="small" loading={release.isPending} onClick={() => release.mutate(rule.id, { onError })}>
              {t('automation.release')}
            </Button>
          </span>
        )}
        <div className="automation-words">
          <span>{when(rule.object, rule.trigger)}</span>
          {conditions.map((condition, index) => (
            <span key={index} className="pill">
              <ConditionWords condition={condition} />
            </span>
          ))}
        </div>
        <ol className="sub">
          {rule.actions.map((action, index) => (
            <li key={index}>{does(rule.object, action)}</li>
          ))}
        </ol>
        <div className="sub">
          {t('automation.asOwner', { name: rule.owner.title ?? t('record.gone') })}
          {' · '}
          {rule.lastAt
            ? t('automation.lastAt', { time: formatAgo(rule.lastAt, i18n.language) })
            : t('automation.never')}
          {hasFailed && <span className="automation-failed"> · {t('automation.lastFailed')}</span>}
        </div>
      </div>
      <span className="rule-actions">
        <Button
          type="text"
          size="small"
          icon={<History size={15} aria-hidden />}
          aria-label={t('automation.logOf', { name })}
          onClick={onShow}
        />
        <EditButton label={t('automation.edit', { name })} onClick={onEdit} />
        <DeleteButton
          label={t('automation.delete', { name })}
          question={t('automation.deleteQuestion')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate(rule.id, { onError })}
        />
      </span>
    </li>
  )
}
