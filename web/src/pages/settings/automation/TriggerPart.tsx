import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { EVERY, TRIGGERS, type Every, type Trigger, type TriggerKind } from '~/api/automation'
import type { ObjectType } from '~/api/types'
import { Part } from '../rules/Part'
import { triggerOf } from './draft'
import { TimeOfDay } from './TimeOfDay'

interface TriggerPartProps {
  object: ObjectType
  trigger: Trigger
  error?: string
  onChange: (trigger: Trigger) => void
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const LAST_OF_MONTH = 31

/** When the rule runs. */
export function TriggerPart({ object, trigger, error, onChange }: TriggerPartProps) {
  const { t } = useTranslation()
  const change = (next: Partial<Trigger>) => onChange({ ...trigger, ...next })
  const named = (types: readonly string[]) =>
    object.attributes
      .filter(({ type }) => types.length === 0 || types.includes(type))
      .map(({ name, label }) => ({ value: name, label, title: label }))
  const attribute = object.attributes.find(({ name }) => name === trigger.attribute)
  return (
    <Part label={t('automation.when')} error={error}>
      <Select<TriggerKind>
        className="fill"
        aria-label={t('automation.when')}
        value={trigger.kind}
        options={TRIGGERS.map((value) => ({
          value,
          label: t(`automation.trigger.${value}`),
          title: t(`automation.trigger.${value}`),
        }))}
        onChange={(kind) => onChange(triggerOf(kind))}
      />
      {trigger.kind === 'changed' && (
        <Select
          className="fill"
          mode="multiple"
          aria-label={t('automation.inAttributes')}
          placeholder={t('automation.inAny')}
          showSearch={{ optionFilterProp: 'label' }}
          value={trigger.attributes ?? []}
          options={object.attributes
            .filter(({ type, writable, derived }) => type !== 'lines' && (writable || derived))
            .map(({ name, label }) => ({ value: name, label, title: label }))}
          onChange={(attributes: string[]) => change({ attributes })}
        />
      )}
      {trigger.kind === 'entered' && (
        <div className="automation-pair">
          <Select
            className="fill"
            aria-label={t('automation.attribute')}
            placeholder={t('automation.attribute')}
            value={trigger.attribute}
            options={named(['choice'])}
            onChange={(name: string) => change({ attribute: name, option: undefined })}
          />
          <Select
            className="fill"
            aria-label={t('automation.option')}
            placeholder={t('automation.option')}
            disabled={!attribute}
            value={trigger.option}
            options={(attribute?.choices ?? []).map(({ code, label }) => ({ value: code, label, title: label }))}
            onChange={(option: string) => change({ option })}
          />
        </div>
      )}
      {trigger.kind === 'date' && (
        <>
          <Select
            className="fill"
            aria-label={t('automation.attribute')}
            placeholder={t('automation.attribute')}
            showSearch={{ optionFilterProp: 'label' }}
            value={trigger.attribute}
            options={object.attributes
              .filter(({ type, sortable }) => type === 'date' || (type === 'time' && sortable))
              .map(({ name, label }) => ({ value: name, label, title: label }))}
            onChange={(name: string) => change({ attribute: name })}
          />
          <div className="automation-numbers">
            <InputNumber
              aria-label={t('automation.days')}
              suffix={t('automation.daysUnit')}
              precision={0}
              value={trigger.days ?? 0}
              onChange={(days) => change({ days: days ?? 0 })}
            />
            {attribute?.type === 'time' ? (
              <InputNumber
                aria-label={t('automation.hours')}
                suffix={t('automation.hoursUnit')}
                precision={0}
                value={trigger.hours ?? 0}
                onChange={(hours) => change({ hours: hours ?? 0 })}
              />
            ) : (
              <TimeOfDay value={trigger.at} onChange={(at) => change({ at })} />
            )}
          </div>
          <p className="sub">{t('automation.daysHint')}</p>
        </>
      )}
      {trigger.kind === 'schedule' && (
        <div className="automation-numbers">
          <Select<Every>
            aria-label={t('automation.howOften')}
            value={trigger.every ?? 'day'}
            options={EVERY.map((value) => ({
              value,
              label: t(`automation.often.${value}`),
              title: t(`automation.often.${value}`),
            }))}
            onChange={(every) => change({ every, day: 1 })}
          />
          {trigger.every === 'week' && (
            <Select<number>
              aria-label={t('automation.dayOfWeek')}
              value={trigger.day ?? 1}
              options={WEEK.map((value) => ({
                value,
                label: t(`automation.weekday.${value}`),
                title: t(`automation.weekday.${value}`),
              }))}
              onChange={(day) => change({ day })}
            />
          )}
          {trigger.every === 'month' && (
            <InputNumber
              aria-label={t('automation.dayOfMonth')}
              min={1}
              max={LAST_OF_MONTH}
              precision={0}
              value={trigger.day ?? 1}
              onChange={(day) => change({ day: day ?? 1 })}
            />
          )}
          <TimeOfDay value={trigger.at} onChange={(at) => change({ at })} />
        </div>
      )}
    </Part>
  )
}
