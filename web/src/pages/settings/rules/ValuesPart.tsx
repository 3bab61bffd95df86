import { Button, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Attribute, ObjectType, Reference } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { ReferenceInput } from '~/fields/reference/Input'
import { emptyValue, valuesOf, type RuleDraft, type ValueDraft } from './draft'
import { Part } from './Part'

interface ValuesPartProps {
  object: ObjectType
  owner: Attribute
  draft: RuleDraft
  errors: Record<string, string>
  onChange: (change: Partial<RuleDraft>) => void
}

/** Who is named for which value of which attribute. */
export function ValuesPart({ object, owner, draft, errors, onChange }: ValuesPartProps) {
  const { t } = useTranslation()
  const possible = valuesOf(useCatalog(), object)
  const attribute = possible.find(({ path }) => path === draft.attribute)?.attribute
  const change = (key: string, next: Partial<ValueDraft>) =>
    onChange({ values: draft.values.map((each) => (each.key === key ? { ...each, ...next } : each)) })
  return (
    <>
      <Part
        id="rule-attribute"
        label={t('assignRules.attribute')}
        help={t('assignRules.attributeHint')}
        error={errors.attribute}
      >
        <Select
          id="rule-attribute"
          className="fill"
          aria-label={t('assignRules.attribute')}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.attribute || undefined}
          options={possible.map(({ path, label }) => ({ value: path, label }))}
          onChange={(path: string) => onChange({ attribute: path, values: [emptyValue()] })}
        />
      </Part>
      {attribute && (
        <Part label="" error={errors.values}>
          {draft.values.map((each) => (
            <div className="rule-value" key={each.key}>
              <FieldInput
                attribute={{ ...attribute, label: t('assignRules.value'), required: false }}
                value={each.value}
                onChange={(value) => change(each.key, { value })}
              />
              <ReferenceInput
                attribute={{ ...owner, label: t('assignRules.person') }}
                value={each.person}
                onChange={(person) => change(each.key, { person: person as Reference | null })}
              />
              <Button
                type="text"
                icon={<X size={14} />}
                aria-label={t('assignRules.removeValue')}
                disabled={draft.values.length === 1}
                onClick={() => onChange({ values: draft.values.filter(({ key }) => key !== each.key) })}
              />
            </div>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => onChange({ values: [...draft.values, emptyValue()] })}
          >
            {t('assignRules.addValue')}
          </Button>
        </Part>
      )}
    </>
  )
}
