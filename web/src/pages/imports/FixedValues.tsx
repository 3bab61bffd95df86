import { Button, Input, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportField } from '~/api/imports'
import type { Fixed } from './draft'

interface Props {
  fields: ImportField[]
  fixed: Fixed[]
  taken: Set<string>
  /** Those that must have a value and have none. */
  missing: ImportField[]
  onChange: (fixed: Fixed[]) => void
}

/** Values that stand in no column, or are made of several. */
export function FixedValues({ fields, fixed, taken, missing, onChange }: Props) {
  const { t } = useTranslation()
  const set = (index: number, change: Partial<Fixed>) =>
    onChange(fixed.map((each, at) => (at === index ? { ...each, ...change } : each)))
  const open = fields.filter(({ field, type }) => type !== 'reference' && !taken.has(field))
  return (
    <div className="fixed-values">
      <div className="fixed-head">
        <span className="label">{t('imports.fixed')}</span>
        <span className="sub">{t('imports.fixedHelp')}</span>
      </div>
      {missing.length > 0 && (
        <p className="gate-problem" role="alert">
          {t('imports.requiredMissing', { fields: missing.map(({ label }) => label).join('、') })}
        </p>
      )}
      {fixed.map((each, index) => {
        const label = fields.find(({ field }) => field === each.field)?.label ?? each.field
        return (
          <div className="fixed-value" key={index}>
            <Select
              aria-label={t('imports.fixedField')}
              value={each.field || undefined}
              placeholder={t('imports.fixedField')}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                ...(each.field ? [{ value: each.field, label }] : []),
                ...open.map(({ field, label: name }) => ({ value: field, label: name })),
              ]}
              onChange={(field: string) => set(index, { field })}
            />
            <Input
              aria-label={t('imports.fixedValue', { field: label })}
              placeholder="{product}[ · {account}]"
              value={each.value}
              onChange={(event) => set(index, { value: event.target.value })}
            />
            <Button
              type="text"
              aria-label={t('action.remove')}
              icon={<X size={15} aria-hidden />}
              onClick={() => onChange(fixed.filter((_, at) => at !== index))}
            />
          </div>
        )
      })}
      <Button
        type="text"
        icon={<Plus size={15} aria-hidden />}
        onClick={() =>
          onChange([...fixed, { field: missing.find(({ type }) => type !== 'reference')?.field ?? '', value: '' }])
        }
      >
        {t('imports.addFixed')}
      </Button>
    </div>
  )
}
