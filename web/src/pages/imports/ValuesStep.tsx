import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useValues, type ColumnRule, type MissingPolicy, type ValuesOfColumn } from '~/api/imports'
import { formatNumber } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'
import { UnknownTextRow } from './UnknownTextRow'
import type { StepProps } from './step'

const POLICIES: MissingPolicy[] = ['fail', 'create', 'skip', 'empty']

/** Without what somebody has mapped already, so that it can be seen and changed. */
function unmapped(map: StepProps['map']): StepProps['map'] {
  const columns = Object.fromEntries(
    Object.entries(map.columns).map(([header, rule]) => {
      if (Array.isArray(rule)) return [header, rule] as const
      const { values: _values, ...rest } = rule
      return [header, rest] as const
    }),
  )
  return { ...map, columns }
}

/** What the file calls choices and records that are called otherwise here: said once for all rows. */
export function ValuesStep({ object, upload, map, survey, draft, onChange, go }: StepProps) {
  const { t, i18n } = useTranslation()
  const { data, error, refetch } = useValues(upload, unmapped(map))
  const change = (header: string, rule: ColumnRule) =>
    onChange({ ...draft, columns: { ...draft.columns, [header]: rule } })
  const open = data?.columns.filter((column) => column.texts.length > 0) ?? []

  /** Choices are everybody's: whoever sets up the object adds some, and none where each has its meaning. */
  const mayCreate = ({ reference, field }: ValuesOfColumn): boolean => {
    const choices = object.attributes.find(({ name }) => name === field)?.choices
    return reference || (object.rights.configure && !choices?.some(({ meaning }) => meaning))
  }

  const section = (column: ValuesOfColumn) => {
    const rule = draft.columns[column.name]
    const label = survey.fields.find(({ field }) => field === column.field)?.label ?? column.field
    if (!rule) return null
    return (
      <section key={column.name} className="unknown" aria-label={label}>
        <header>
          <strong>{label}</strong>
          <span className="sub">
            {t('imports.unknownCount', {
              count: column.unknown,
              different: formatNumber(column.different, i18n.language),
            })}
          </span>
          <span className="grow" />
          <label className="format-choice">
            {t('imports.missing.label')}
            <Select
              size="small"
              aria-label={t('imports.missing.label')}
              value={rule.missing ?? 'fail'}
              popupMatchSelectWidth={false}
              options={POLICIES.filter((value) => value !== 'create' || mayCreate(column)).map((value) => ({
                value,
                label: t(`imports.missing.${value}`),
              }))}
              onChange={(missing: MissingPolicy) => change(column.name, { ...rule, missing })}
            />
          </label>
        </header>
        {column.texts.map((text) => (
          <UnknownTextRow key={text.text} text={text} rule={rule} onChange={(next) => change(column.name, next)} />
        ))}
      </section>
    )
  }
  return (
    <section className="card" aria-label={t('imports.step.values')}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="wizard-wait">
          <SkeletonRows rows={6} />
        </div>
      ) : open.length === 0 ? (
        <p className="wizard-note">{t('imports.allKnown')}</p>
      ) : (
        open.map(section)
      )}
      {data && !data.complete && (
        <p className="wizard-note">{t('imports.onlyFirst', { rows: formatNumber(data.rows, i18n.language) })}</p>
      )}
      <footer className="wizard-foot">
        <Button onClick={() => go('columns')}>{t('imports.back')}</Button>
        <span className="grow" />
        <Button type="primary" disabled={!data} onClick={() => go('preview')}>
          {t('imports.next')}
        </Button>
      </footer>
    </section>
  )
}
