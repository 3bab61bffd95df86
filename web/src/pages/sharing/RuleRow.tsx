import { Link } from '@tanstack/react-router'
import { App, Switch } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useDeleteRule, useSaveRule, type SharingRule } from '~/api/sharingRules'
import type { ObjectType } from '~/api/types'
import { ConditionWords } from '~/engine/filter/ConditionWords'
import { readFilter } from '~/engine/filter/conditions'
import { StatePill } from '~/pages/jobs/JobState'
import { DeleteButton, EditButton } from '~/ui/RowButtons'

interface RuleRowProps {
  rule: SharingRule
  onEdit: () => void
}

/** "Customers whose industry is retail are shown to the North team, who may change them." */
function Sentence({ rule, object }: { rule: SharingRule; object: ObjectType }) {
  const { t } = useTranslation()
  const conditions = useMemo(() => readFilter(rule.condition, object.attributes), [rule.condition, object])
  const names = rule.targets.map(({ title }) => title ?? t('record.gone')).join(t('filter.separator'))
  return (
    <>
      <span className="rule-conditions">
        <b>{object.pluralLabel}</b>
        {conditions.map((condition, index) => (
          <span key={index} className="pill">
            <ConditionWords condition={condition} />
          </span>
        ))}
      </span>
      <span className="sub">
        {t(rule.editing ? 'share.rules.mayEdit' : 'share.rules.mayRead', { names })}
        {rule.along && ` · ${t('share.withAlong')}`}
      </span>
    </>
  )
}

export function RuleRow({ rule, onEdit }: RuleRowProps) {
  const { t } = useTranslation()
  const { job } = rule
  const { message } = App.useApp()
  const object = useCatalog().object(rule.object)
  const save = useSaveRule()
  const remove = useDeleteRule()
  const onError = (error: Error) => message.error(asProblem(error).message || t('state.failed'))
  return (
    <li className="item rule">
      <span className="rule-what">
        <span className="rule-name">
          <b className="ellipsis">{rule.name}</b>
          {job && (
            <Link className="quiet-link" to="/jobs/$id" params={{ id: job.id }} title={t('share.rules.job')}>
              <StatePill state={job.state} wish={job.wish} />
            </Link>
          )}
        </span>
        {object ? <Sentence rule={rule} object={object} /> : <code className="sub">{rule.condition}</code>}
      </span>
      <Switch
        size="small"
        checked={rule.active}
        loading={save.isPending}
        aria-label={t('share.rules.activeOf', { name: rule.name })}
        onChange={(active) => save.mutate({ ...rule, active }, { onError })}
      />
      <EditButton label={t('share.rules.edit', { name: rule.name })} onClick={onEdit} />
      <DeleteButton
        label={t('share.rules.delete', { name: rule.name })}
        question={t('share.rules.deleteQuestion')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(rule.id, { onError })}
      />
    </li>
  )
}
