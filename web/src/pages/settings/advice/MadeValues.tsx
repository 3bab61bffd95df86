import { useState } from 'react'
import { Button, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Pointing } from '~/api/adviceRules'
import type { ObjectType } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { valuable } from './draft'

interface MadeValuesProps {
  made: ObjectType
  pointing: Pointing
  values: Record<string, unknown>
  onChange: (values: Record<string, unknown>) => void
}

/** What the record begins with that somebody makes on advice. */
export function MadeValues({ made, pointing, values, onChange }: MadeValuesProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const offered = valuable(made, pointing)
  const left = offered.filter(({ name }) => !(name in values))
  return (
    <>
      {Object.keys(values).map((name) => {
        const attribute = offered.find((each) => each.name === name)
        const label = attribute?.label ?? name
        return (
          <div key={name} className="advice-value" role="group" aria-label={label}>
            <span>{label}</span>
            {attribute ? (
              <FieldInput
                attribute={attribute}
                value={values[name]}
                onChange={(value) => onChange({ ...values, [name]: value })}
              />
            ) : (
              <span className="sub">{t('record.gone')}</span>
            )}
            <Button
              type="text"
              size="small"
              icon={<X size={15} aria-hidden />}
              aria-label={t('adviceRules.removeValue', { label })}
              onClick={() => onChange(Object.fromEntries(Object.entries(values).filter(([each]) => each !== name)))}
            />
          </div>
        )
      })}
      {adding ? (
        <Select
          className="fill"
          autoFocus
          defaultOpen
          aria-label={t('adviceRules.attribute')}
          placeholder={t('adviceRules.attribute')}
          showSearch={{ optionFilterProp: 'label' }}
          options={left.map(({ name, label }) => ({ value: name, label, title: label }))}
          onBlur={() => setAdding(false)}
          onChange={(name: string) => {
            setAdding(false)
            onChange({ ...values, [name]: undefined })
          }}
        />
      ) : (
        <Button
          type="dashed"
          size="small"
          className="advice-more"
          icon={<Plus size={14} aria-hidden />}
          disabled={left.length === 0}
          onClick={() => setAdding(true)}
        >
          {t('adviceRules.moreValues')}
        </Button>
      )}
    </>
  )
}
