import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ADDED_TYPES, WORDS, type AddedInput, type AddedType } from '~/api/added'
import { useCatalog } from '~/api/metadata'

interface PartProps {
  draft: AddedInput
  onChange: (more: AddedInput) => void
}

/** What is calculated has values of some type, but people look for it among the types. */
const kindOf = (draft: AddedInput): AddedType | 'formula' | 'rollUp' =>
  draft.formula !== undefined ? 'formula' : draft.rollUp ? 'rollUp' : (draft.type ?? 'text')

/** What the values of a new field are, in plain words with an example, and what some types need beside. */
export function TypePart({ draft, onChange }: PartProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { reference } = draft
  const type = kindOf(draft)
  const ofChoices = type === 'choice' || type === 'choices'
  return (
    <>
      <label htmlFor="added-type">{t('added.kind')}</label>
      <Select
        id="added-type"
        showSearch
        optionFilterProp="label"
        value={type}
        onChange={(next) =>
          onChange({
            // Of what is calculated the type follows from what comes of it.
            type: next === 'formula' || next === 'rollUp' ? undefined : next,
            formula: next === 'formula' ? '' : undefined,
            rollUp: next === 'rollUp' ? { function: 'count' } : undefined,
            reference: undefined,
            choices: undefined,
            searchable: next !== 'formula' && next !== 'rollUp' && draft.searchable && WORDS.includes(next),
          })
        }
        options={[...ADDED_TYPES, 'formula' as const, 'rollUp' as const].map((each) => ({
          value: each,
          label: t(`added.type.${each}`),
        }))}
      />
      <p className="sub">{t(`added.example.${type}`)}</p>
      {type === 'reference' && (
        <>
          <label htmlFor="added-reference">{t('added.reference')}</label>
          <Select
            id="added-reference"
            showSearch
            optionFilterProp="label"
            value={reference}
            onChange={(next) => onChange({ reference: next })}
            options={catalog.pages.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          />
        </>
      )}
      {ofChoices && (
        <>
          <label htmlFor="added-choices">{t('added.choices')}</label>
          <Input.TextArea
            id="added-choices"
            rows={4}
            onChange={(event) => onChange({ choices: event.target.value.split('\n').filter((line) => line.trim()) })}
          />
        </>
      )}
    </>
  )
}
