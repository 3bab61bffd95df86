import { Suspense } from 'react'
import { Checkbox, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { useAutoFocus } from '~/fields/quiet'
import { later } from '~/ui/later'
import type { WordedCondition } from './conditions'
import { ReferencesInput } from './ReferencesInput'

const PlacesInput = later(async () => (await import('./PlacesInput')).PlacesInput)
const DateOperand = later(async () => (await import('./DateOperand')).DateOperand)

interface OperandProps {
  condition: WordedCondition
  onChange: (operand: string[]) => void
}

interface NumberOperandProps {
  value: string
  label: string
  /** Whole days, counted from today. */
  days?: string
  onChange: (value: string) => void
}

function NumberOperand({ value, label, days, onChange }: NumberOperandProps) {
  return (
    <InputNumber<string>
      className="fill"
      stringMode
      controls={false}
      aria-label={label}
      suffix={days}
      value={value || null}
      precision={days ? 0 : undefined}
      min={days ? '0' : undefined}
      onChange={(next) => onChange(next == null ? '' : String(next))}
    />
  )
}

/** The choices in their own order, not in that of the clicks, so that one filter has one address. */
const inOrder = (attribute: Attribute, codes: readonly string[]): string[] =>
  (attribute.choices ?? []).map((choice) => choice.code).filter((code) => codes.includes(code))

/** The control for what an operator needs beside it. */
export function OperandInput({ condition: { attribute, operator, operand }, onChange }: OperandProps) {
  const { t } = useTranslation()
  const label = t('filter.valueOf', { label: attribute.label })
  const [first = '', second = ''] = operand
  const autoFocus = useAutoFocus(true)
  switch (operator.operand) {
    case 'none':
      return null
    case 'text':
      return (
        <Input
          autoFocus={autoFocus}
          aria-label={label}
          value={first}
          onChange={(event) => onChange([event.target.value])}
        />
      )
    case 'number':
      return <NumberOperand label={label} value={first} onChange={(value) => onChange([value])} />
    case 'days':
      return (
        <NumberOperand label={label} days={t('filter.days')} value={first} onChange={(value) => onChange([value])} />
      )
    case 'range':
      return (
        <div className="range">
          <NumberOperand
            label={t('filter.fromOf', { label: attribute.label })}
            value={first}
            onChange={(value) => onChange([value, second])}
          />
          <span aria-hidden>–</span>
          <NumberOperand
            label={t('filter.toOf', { label: attribute.label })}
            value={second}
            onChange={(value) => onChange([first, value])}
          />
        </div>
      )
    case 'choices':
      return (
        <Checkbox.Group<string>
          className="choices"
          aria-label={label}
          value={operand}
          onChange={(codes) => onChange(inOrder(attribute, codes))}
          options={(attribute.choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))}
        />
      )
    case 'references':
      return <ReferencesInput object={attribute.reference ?? ''} label={label} value={operand} onChange={onChange} />
    case 'countries':
    case 'provinces':
    case 'cities':
    case 'districts':
      return (
        <Suspense>
          <PlacesInput kind={operator.operand} label={label} value={operand} onChange={onChange} />
        </Suspense>
      )
    default:
      return (
        <Suspense>
          <DateOperand label={label} range={operator.operand === 'dates'} value={operand} onChange={onChange} />
        </Suspense>
      )
  }
}
