import { lazy, Suspense } from 'react'
import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WordedCondition } from './conditions'
import { ReferencesInput } from './ReferencesInput'

const DateOperand = lazy(async () => ({ default: (await import('./DateOperand')).DateOperand }))

interface OperandProps {
  condition: WordedCondition
  onChange: (operand: string[]) => void
}

function NumberOperand({ value, label, suffix, onChange }: {
  value?: string, label: string, suffix?: string, onChange: (value: string) => void
}) {
  return (
    <InputNumber<string> className="fill" stringMode controls={false} aria-label={label} suffix={suffix} value={value || null}
      onChange={(next) => onChange(next == null ? '' : String(next))} />
  )
}

/** The control for what an operator needs beside it. */
export function OperandInput({ condition: { attribute, operator, operand }, onChange }: OperandProps) {
  const { t } = useTranslation()
  const label = t('filter.valueOf', { label: attribute.label })
  const [first = '', second = ''] = operand
  switch (operator.operand) {
    case 'none': return null
    case 'text':
      return <Input autoFocus aria-label={label} value={first} onChange={(event) => onChange([event.target.value])} />
    case 'number':
      return <NumberOperand label={label} value={first} onChange={(value) => onChange([value])} />
    case 'days':
      return <NumberOperand label={label} suffix={t('filter.days')} value={first} onChange={(value) => onChange([value])} />
    case 'range':
      return (
        <div className="range">
          <NumberOperand label={t('filter.fromOf', { label: attribute.label })} value={first} onChange={(value) => onChange([value, second])} />
          <span aria-hidden>–</span>
          <NumberOperand label={t('filter.toOf', { label: attribute.label })} value={second} onChange={(value) => onChange([first, value])} />
        </div>
      )
    case 'choices':
      return (
        <Select className="fill" mode="multiple" aria-label={label} value={operand} onChange={onChange}
          options={(attribute.choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))} showSearch={{ optionFilterProp: 'label' }} />
      )
    case 'references':
      return <ReferencesInput object={attribute.reference ?? ''} label={label} value={operand} onChange={onChange} />
    default:
      return <Suspense><DateOperand label={label} range={operator.operand === 'dates'} value={operand} onChange={onChange} /></Suspense>
  }
}
