import type { ReactNode } from 'react'
import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Problem } from '~/api/problem'
import type { WantedRule } from '~/api/sharingRules'
import { PrincipalPicker } from '~/engine/access/PrincipalPicker'
import { FilterBar } from '~/engine/filter/FilterBar'

interface RuleFieldsProps {
  draft: WantedRule
  problem?: Problem
  errors: Record<string, string>
  onChange: (change: Partial<WantedRule>) => void
}

function Field({
  label,
  id,
  help,
  error,
  children,
}: {
  label: string
  id?: string
  help?: string
  error?: string
  children: ReactNode
}) {
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : (
        help && <p className="field-help">{help}</p>
      )}
    </div>
  )
}

/** Which records, to whom, and what they may do with them. */
export function RuleFields({ draft, problem, errors, onChange }: RuleFieldsProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const objects = catalog.pages.filter(({ capabilities, rights }) => capabilities.includes('owned') && rights.configure)
  const object = catalog.object(draft.object)
  return (
    <>
      <Field id="rule-name" label={t('share.rules.name')} error={errors.name}>
        <Input
          id="rule-name"
          maxLength={100}
          value={draft.name}
          aria-invalid={Boolean(errors.name)}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field id="rule-object" label={t('share.rules.object')} error={errors.object}>
        <Select
          id="rule-object"
          className="fill"
          aria-label={t('share.rules.object')}
          value={draft.object || null}
          disabled={draft.id !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel, title: pluralLabel }))}
          onChange={(name: string) => onChange({ object: name, condition: '' })}
        />
      </Field>
      {object && (
        <Field label={t('share.rules.condition')} help={t('share.rules.conditionHelp')} error={errors.condition}>
          <FilterBar
            object={object}
            filter={draft.condition}
            own
            onChange={(condition) => onChange({ condition })}
            problem={errors.condition ? problem : undefined}
          />
        </Field>
      )}
      <Field id="rule-targets" label={t('share.to')} error={errors.targets}>
        <PrincipalPicker
          id="rule-targets"
          label={t('share.to')}
          invalid={Boolean(errors.targets)}
          value={draft.targets.map((target) => ({ ...target, title: target.title ?? t('record.gone') }))}
          onChange={(targets) => onChange({ targets })}
        />
      </Field>
      <div className="rule-options">
        <Checkbox checked={draft.editing} onChange={({ target }) => onChange({ editing: target.checked })}>
          {t('share.editing')}
        </Checkbox>
        <Checkbox checked={draft.along} onChange={({ target }) => onChange({ along: target.checked })}>
          {t('share.along')}
        </Checkbox>
        <Checkbox checked={draft.active} onChange={({ target }) => onChange({ active: target.checked })}>
          {t('share.rules.active')}
        </Checkbox>
      </div>
    </>
  )
}
