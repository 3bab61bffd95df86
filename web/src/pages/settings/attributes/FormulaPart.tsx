import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FORMULA_TYPES, type AddedInput, type AddedType } from '~/api/added'
import { useCatalog, type Catalog } from '~/api/metadata'
import { useClearing } from '~/ui/useClearing'
import type { ObjectType } from '~/api/types'
import { workedWith } from '~/engine/shared/worked'

interface PartProps {
  object: string
  draft: AddedInput
  /** What its values are does not change once it is there. */
  fixed: boolean
  error?: string
  onChange: (more: AddedInput) => void
}

/** What a formula may name: fields of the record, and of what it points to. */
const namable = (catalog: Catalog, type: ObjectType) =>
  workedWith(type)
    .filter((each) => each.filterable)
    .flatMap(({ name, label, reference }) => [
      { value: name, label: `${label} (${name})` },
      ...(catalog.object(reference ?? '')?.attributes ?? [])
        .filter((further) => further.filterable)
        .map((further) => ({
          value: `${name}.${further.name}`,
          label: `${label} · ${further.label} (${name}.${further.name})`,
        })),
    ])

/** A formula: its text, the fields it may name, and what comes of it. */
export function FormulaPart({ object, draft, fixed, error, onChange }: PartProps) {
  const { t } = useTranslation()
  const clearing = useClearing()
  const catalog = useCatalog()
  const type = catalog.object(object)
  const text = draft.formula ?? ''
  const insert = (name: string) => onChange({ formula: text && !/[\s(]$/.test(text) ? `${text} ${name}` : text + name })
  return (
    <>
      <label htmlFor="added-formula">{t('added.formula.text')}</label>
      <Input.TextArea
        id="added-formula"
        className="code"
        autoSize={{ minRows: 3, maxRows: 8 }}
        spellCheck={false}
        maxLength={4000}
        value={text}
        status={error ? 'error' : undefined}
        aria-invalid={Boolean(error)}
        aria-describedby="added-formula-note"
        placeholder="amount * probability / 100"
        onChange={(event) => onChange({ formula: event.target.value })}
      />
      <p id="added-formula-note" className={error ? 'field-error' : 'sub'} role={error ? 'alert' : undefined}>
        {error ?? t('added.formula.help')}
      </p>
      <Select
        showSearch
        optionFilterProp="label"
        value={null}
        aria-label={t('added.formula.insert')}
        placeholder={t('added.formula.insert')}
        onChange={(name: string | null) => name && insert(name)}
        options={type ? namable(catalog, type) : []}
      />
      {!fixed && (
        <>
          <label htmlFor="added-result">{t('added.formula.result')}</label>
          <Select
            id="added-result"
            allowClear={clearing}
            placeholder={t('added.formula.itsOwn')}
            value={draft.type}
            onChange={(next?: AddedType) => onChange({ type: next })}
            options={FORMULA_TYPES.map((each) => ({ value: each, label: t(`added.type.${each}`) }))}
          />
        </>
      )}
    </>
  )
}
