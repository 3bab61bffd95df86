import { Button, Input, InputNumber, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionValue } from '~/api/automation'
import type { Attribute, ObjectType } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { ITSELF, sources, valueBy, wayOf, waysOf, writable, type Way } from './draft'

interface ValueRowProps {
  /** Of the record that makes the rule run. */
  object: ObjectType
  /** Whose attributes are written. */
  made: ObjectType
  value: ActionValue
  /** What other rows write already. */
  taken: readonly string[]
  /** Whether a record is made, of which nothing can be emptied. */
  creates: boolean
  onChange: (value: ActionValue) => void
  onRemove?: () => void
}

/** An attribute, and what it comes to have. */
export function ValueRow({ object, made, value, taken, creates, onChange, onRemove }: ValueRowProps) {
  const { t } = useTranslation()
  const attribute = made.attributes.find(({ name }) => name === value.attribute)
  const ways = attribute ? waysOf(object, attribute, creates) : []
  return (
    <div className="automation-value" role="group" aria-label={attribute?.label ?? t('automation.attribute')}>
      <Select
        className="fill"
        aria-label={t('automation.attribute')}
        placeholder={t('automation.attribute')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.attribute || undefined}
        options={writable(made)
          .filter(({ name }) => !taken.includes(name))
          .map(({ name, label }) => ({ value: name, label, title: label }))}
        onChange={(name: string) => {
          const chosen = made.attributes.find((each) => each.name === name)
          if (chosen) onChange(valueBy('value', chosen))
        }}
      />
      {attribute && (
        <Select<Way>
          className="fill"
          aria-label={t('automation.way')}
          value={wayOf(value)}
          options={ways.map((way) => ({
            value: way,
            label: t(`automation.ways.${way}`),
            title: t(`automation.ways.${way}`),
          }))}
          onChange={(way) => onChange(valueBy(way, attribute))}
        />
      )}
      {attribute && <Given object={object} attribute={attribute} value={value} onChange={onChange} />}
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<X size={15} aria-hidden />}
          aria-label={t('automation.removeValue', { label: attribute?.label ?? '' })}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

interface GivenProps {
  object: ObjectType
  attribute: Attribute
  value: ActionValue
  onChange: (value: ActionValue) => void
}

function Given({ object, attribute, value, onChange }: GivenProps) {
  const { t } = useTranslation()
  const { name, label } = attribute
  const way = wayOf(value)
  if (way === 'text')
    return (
      <Input
        aria-label={label}
        placeholder={`{{${object.title}}}`}
        value={value.text}
        onChange={(event) => onChange({ attribute: name, text: event.target.value })}
      />
    )
  if (way === 'days')
    return (
      <InputNumber
        aria-label={label}
        suffix={t('automation.daysUnit')}
        precision={0}
        value={value.days ?? null}
        onChange={(days) => onChange({ attribute: name, days: days ?? 0 })}
      />
    )
  if (way === 'from')
    return (
      <Select
        className="fill"
        aria-label={label}
        value={value.from || undefined}
        options={[
          ...(attribute.reference === object.name
            ? [{ value: ITSELF, label: t('automation.itself', { label: object.label }) }]
            : []),
          ...sources(object, attribute).map((each) => ({ value: each.name, label: each.label, title: each.label })),
          ...object.attributes
            .filter(
              (each) => each.name === name && each.type === attribute.type && each.reference === attribute.reference,
            )
            .map((each) => ({ value: each.name, label: each.label, title: each.label })),
        ]}
        onChange={(from: string) => onChange({ attribute: name, from })}
      />
    )
  if (way === 'clear') return <span className="sub">{t('automation.cleared')}</span>
  return (
    <FieldInput
      attribute={attribute}
      value={value.value}
      onChange={(next) => onChange({ attribute: name, value: next ?? undefined })}
    />
  )
}
