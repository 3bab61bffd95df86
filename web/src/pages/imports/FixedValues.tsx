import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportField } from '~/api/imports'
import type { Fixed } from './draft'
import { beginningOf, FixedValue } from './FixedValue'

interface Props {
  object: string
  fields: ImportField[]
  fixed: Fixed[]
  taken: Set<string>
  /** Those that must have a value and have none. */
  missing: ImportField[]
  onChange: (fixed: Fixed[]) => void
}

/** Values that stand in no column, or are made of several. */
export function FixedValues({ object, fields, fixed, taken, missing, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const isOpen = ({ field, type }: ImportField) => type !== 'reference' && !taken.has(field)
  const open = fields.filter(isOpen)
  const names = new Intl.ListFormat(i18n.language).format(missing.map(({ label }) => label))
  const add = () => {
    const wanted = missing.find(isOpen)
    onChange([...fixed, { field: wanted?.field ?? '', value: beginningOf(wanted?.type, null) }])
  }
  return (
    <div className="fixed-values">
      <div className="fixed-head">
        <span className="label">{t('imports.fixed')}</span>
        <span className="sub">{t('imports.fixedHelp')}</span>
      </div>
      {missing.length > 0 && (
        <p className="gate-problem" role="alert">
          {t('imports.requiredMissing', { fields: names })}
        </p>
      )}
      {fixed.map((each, index) => (
        <FixedValue
          key={index}
          object={object}
          fields={fields}
          open={open}
          fixed={each}
          onChange={(next) => onChange(fixed.map((before, at) => (at === index ? next : before)))}
          onRemove={() => onChange(fixed.filter((_, at) => at !== index))}
        />
      ))}
      <Button type="text" icon={<Plus size={15} aria-hidden />} onClick={add}>
        {t('imports.addFixed')}
      </Button>
    </div>
  )
}
