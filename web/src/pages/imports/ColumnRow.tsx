import { Input, Select } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ColumnRule, ImportField, SurveyColumn } from '~/api/imports'

interface Props {
  column: SurveyColumn
  rule: ColumnRule | null
  fields: ImportField[]
  taken: Set<string>
  onChange: (rule: ColumnRule | null) => void
}

const SKIP = ''

/** One column of the file, what is in it, and what it becomes. */
export function ColumnRow({ column, rule, fields, taken, onChange }: Props) {
  const { t } = useTranslation()
  const field = fields.find((each) => each.field === rule?.field)
  const name = column.header || t('imports.unnamed')
  const guessed = column.guess && column.guess.field === rule?.field ? column.guess : undefined
  return (
    <li className={rule ? 'column' : 'column left-out'}>
      <div className="column-from">
        <strong className="ellipsis" title={name}>
          {name}
        </strong>
        <span className="sub ellipsis" title={column.samples.join('\n')}>
          {column.samples.length ? column.samples.join(' · ') : t('imports.emptyColumn')}
        </span>
      </div>
      <ArrowRight size={15} aria-hidden className="column-arrow" />
      <div className="column-to">
        <Select
          aria-label={t('imports.becomes', { column: name })}
          className="fill"
          value={rule?.field ?? SKIP}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: SKIP, label: t('imports.leaveOut') },
            ...fields.map(({ field: value, label }) => ({
              value,
              label,
              disabled: taken.has(value) && value !== rule?.field,
            })),
          ]}
          onChange={(value: string) => onChange(value === SKIP ? null : { field: value })}
        />
        {rule && field?.type === 'money' && (
          <Input
            className="currency"
            aria-label={t('imports.currency', { column: name })}
            placeholder={t('imports.currencyShort')}
            maxLength={3}
            value={rule.currency ?? ''}
            onChange={(event) => {
              const { currency: _before, ...rest } = rule
              const currency = event.target.value.toUpperCase()
              onChange(currency ? { ...rest, currency } : rest)
            }}
          />
        )}
      </div>
      <span className="sub column-why">
        {guessed ? t(`imports.reason.${guessed.reason}`) : ''}
        {guessed && guessed.confidence < 0.75 && <em className="pill ochre">{t('imports.check')}</em>}
      </span>
    </li>
  )
}
