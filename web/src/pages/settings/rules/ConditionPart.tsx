import { useTranslation } from 'react-i18next'
import type { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { FilterBar } from '~/engine/filter/FilterBar'
import { Part } from './Part'

interface ConditionPartProps {
  object: ObjectType
  value: string
  /** The server's objection to the whole rule. */
  problem?: Problem
  onChange: (value: string) => void
}

/** When the rule holds, put together in words as the filter of a list is. */
export function ConditionPart({ object, value, problem, onChange }: ConditionPartProps) {
  const { t } = useTranslation()
  const error = problem?.errors.find(({ path }) => path === 'condition')
  return (
    <Part label={t('assignRules.condition')} help={t('assignRules.conditionHint')} error={error?.message}>
      <FilterBar object={object} filter={value} onChange={onChange} problem={error ? problem : undefined} />
    </Part>
  )
}
