import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttributeType } from '~/api/types'
import { ConditionEditor } from '~/engine/filter/ConditionEditor'
import { writeFilter, type WordedCondition } from '~/engine/filter/conditions'
import { FilterBar } from '~/engine/filter/FilterBar'
import { useCatalog } from '~/api/metadata'
import { operatorsOf } from '~/fields/registry'
import { Part } from './Show'
import { SPECIMENS, specimenOf } from './specimens'

const noted = () => {}

/** The usual filter of every type, as it is put together and as it is read; lines are filtered by what is in them. */
export function FiltersPart() {
  const { t } = useTranslation()
  const object = useCatalog().object('deals')
  const conditions = (Object.keys(SPECIMENS) as AttributeType[]).flatMap((type): WordedCondition[] => {
    const attribute = specimenOf(t, type)
    const [operator] = operatorsOf(attribute)
    return operator ? [{ kind: 'worded', attribute, operator, operand: SPECIMENS[type].operand }] : []
  })
  const [filter, setFilter] = useState(() => writeFilter(conditions))
  if (!object) return null
  return (
    <Part name="filters">
      <div className="card kit-bar">
        <FilterBar
          object={{ ...object, attributes: conditions.map(({ attribute }) => attribute) }}
          filter={filter}
          onChange={setFilter}
          own
        />
      </div>
      <div className="kit-editors">
        {conditions.map((condition) => (
          <div key={condition.attribute.name} className="card">
            <ConditionEditor attributes={[condition.attribute]} initial={condition} onDone={noted} />
          </div>
        ))}
      </div>
    </Part>
  )
}
