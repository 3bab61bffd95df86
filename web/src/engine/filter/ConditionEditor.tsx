import { useState } from 'react'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { operatorsOf } from '~/fields/registry'
import { isComplete, type WordedCondition } from './conditions'
import { OperandInput } from './OperandInput'

interface ConditionEditorProps {
  attributes: readonly Attribute[]
  initial?: WordedCondition
  onDone: (condition: WordedCondition) => void
}

function startOf(attribute: Attribute): WordedCondition | undefined {
  const [operator] = operatorsOf(attribute)
  return operator && { kind: 'worded', attribute, operator, operand: [] }
}

/** Attribute, operator and value, one under the other, as a sentence is read. */
export function ConditionEditor({ attributes, initial, onDone }: ConditionEditorProps) {
  const { t } = useTranslation()
  const [condition, setCondition] = useState(initial)
  const operators = condition ? operatorsOf(condition.attribute) : []

  const chooseAttribute = (name: string) => {
    const attribute = attributes.find((each) => each.name === name)
    if (attribute) setCondition(startOf(attribute))
  }
  const chooseOperator = (name: string) => {
    const operator = operators.find((each) => each.name === name)
    if (!operator || !condition) return
    const keeps = operator.operand === condition.operator.operand
    setCondition({ ...condition, operator, operand: keeps ? condition.operand : [] })
  }

  return (
    <form
      className="condition-editor"
      onSubmit={(event) => {
        event.preventDefault()
        if (condition && isComplete(condition)) onDone(condition)
      }}
    >
      <Select
        className="fill"
        aria-label={t('filter.attribute')}
        placeholder={t('filter.attribute')}
        showSearch={{ optionFilterProp: 'label' }}
        autoFocus={!initial}
        defaultOpen={!initial}
        value={condition?.attribute.name}
        onChange={chooseAttribute}
        options={attributes.map((attribute) => ({ value: attribute.name, label: attribute.label }))}
      />
      {condition && (
        <>
          <Select
            className="fill"
            aria-label={t('filter.operator')}
            value={condition.operator.name}
            onChange={chooseOperator}
            options={operators.map((operator) => ({
              value: operator.name,
              label: t(`operator.${operator.name}.name`),
            }))}
          />
          <OperandInput
            key={`${condition.attribute.name}.${condition.operator.operand}`}
            condition={condition}
            onChange={(operand) => setCondition({ ...condition, operand })}
          />
        </>
      )}
      <Button type="primary" htmlType="submit" disabled={!condition || !isComplete(condition)}>
        {t('action.apply')}
      </Button>
    </form>
  )
}
