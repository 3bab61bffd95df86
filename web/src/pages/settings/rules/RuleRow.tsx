import { App, Button, Switch } from 'antd'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { inputOf, useDeleteRule, useSaveRule, type Rule } from '~/api/rules'
import { ConditionWords } from '~/engine/filter/ConditionWords'
import { DeleteButton, EditButton } from '~/ui/RowButtons'
import { useConditions } from './useConditions'
import { useSentence } from './useSentence'

interface RuleRowProps {
  rule: Rule
  onEdit: () => void
  /** Absent for the first and the last. */
  onUp?: () => void
  onDown?: () => void
}

export function RuleRow({ rule, onEdit, onUp, onDown }: RuleRowProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveRule(rule)
  const remove = useDeleteRule()
  const sentence = useSentence()
  const { name } = rule
  const object = useCatalog().object(rule.object)
  const conditions = useConditions(object, rule.condition)
  const onError = (error: unknown) => void message.error(asProblem(error).message)
  return (
    <li className={rule.active ? 'item rule' : 'item rule off'}>
      <Switch
        size="small"
        checked={rule.active}
        loading={save.isPending}
        aria-label={t('assignRules.activeOf', { name })}
        onChange={(active) => save.mutate({ ...inputOf(rule), active }, { onError })}
      />
      <div className="grow">
        <b>{name}</b>
        {rule.condition && object && (
          <div className="rule-conditions">
            <span className="sub">{t('assignRules.if')}</span>
            {conditions.map((condition, index) => (
              <span key={index} className="pill">
                <ConditionWords condition={condition} />
              </span>
            ))}
          </div>
        )}
        <div className="sub">{sentence(rule)}</div>
        <div className="sub">{t(rule.automatic ? 'assignRules.automatic' : 'assignRules.onRequest')}</div>
      </div>
      <span className="rule-actions">
        <Button
          type="text"
          size="small"
          icon={<ArrowUp size={14} />}
          aria-label={t('assignRules.up', { name })}
          disabled={!onUp}
          onClick={onUp}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDown size={14} />}
          aria-label={t('assignRules.down', { name })}
          disabled={!onDown}
          onClick={onDown}
        />
        <EditButton label={t('assignRules.edit', { name })} onClick={onEdit} />
        <DeleteButton
          label={t('assignRules.delete', { name })}
          question={t('assignRules.deleteQuestion')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate(rule.id, { onError })}
        />
      </span>
    </li>
  )
}
