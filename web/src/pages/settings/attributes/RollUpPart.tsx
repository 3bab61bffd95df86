import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ROLL_UP_FUNCTIONS, type AddedRollUp } from '~/api/added'
import { useCatalog, type Catalog } from '~/api/metadata'
import type { AttributeType, Related } from '~/api/types'
import { workedWith } from '~/engine/shared/worked'

const FITTING: Record<string, readonly AttributeType[]> = {
  sum: ['number', 'decimal', 'money'],
  min: ['number', 'decimal', 'money', 'percent', 'date', 'time'],
  max: ['number', 'decimal', 'money', 'percent', 'date', 'time'],
  last: ['number', 'decimal', 'money', 'percent', 'date', 'time', 'text', 'boolean'],
}

interface PartProps {
  object: string
  rollUp: AddedRollUp
  errors: Record<string, string>
  onChange: (rollUp: AddedRollUp) => void
}

/** Lines point to what they are of, and to what stands in them. */
const linesPointingTo = (catalog: Catalog, object: string): Related[] =>
  catalog.metadata.objects
    .filter(({ partOf }) => partOf)
    .flatMap(({ name, pluralLabel, attributes }) =>
      attributes
        .filter(({ reference, toPerson }) => reference === object && !toPerson)
        .map((attribute) => ({ object: name, attribute: attribute.name, label: pluralLabel })),
    )

/** What is wrong with the control above it. */
function Complaint({ words }: { words: string | undefined }) {
  return (
    words && (
      <p className="field-error" role="alert">
        {words}
      </p>
    )
  )
}

/** A roll-up: which records, what of them, and which of them count. */
export function RollUpPart({ object, rollUp, errors, onChange }: PartProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const related = [...(catalog.object(object)?.related ?? []), ...linesPointingTo(catalog, object)]
  const others = rollUp.object ? catalog.object(rollUp.object) : undefined
  const fitting = rollUp.function && FITTING[rollUp.function]
  const fields = others
    ? workedWith(others).filter(({ name, type }) => name !== 'version' && fitting?.includes(type))
    : []
  const condition = errors['rollUp.condition']
  return (
    <>
      <label htmlFor="added-others">{t('added.rollUp.object')}</label>
      <Select
        id="added-others"
        showSearch
        optionFilterProp="label"
        value={rollUp.object && rollUp.reference ? `${rollUp.object}.${rollUp.reference}` : undefined}
        onChange={(next: string) => {
          const [path, reference] = next.split('.')
          onChange({ function: 'count', object: path, reference })
        }}
        options={related.map((each) => ({ value: `${each.object}.${each.attribute}`, label: each.label }))}
      />
      <Complaint words={errors['rollUp.object'] ?? errors['rollUp.reference']} />
      <label htmlFor="added-function">{t('added.rollUp.function')}</label>
      <Select
        id="added-function"
        showSearch
        optionFilterProp="label"
        value={rollUp.function}
        onChange={(next) => onChange({ ...rollUp, function: next, attribute: undefined })}
        options={ROLL_UP_FUNCTIONS.map((each) => ({ value: each, label: t(`added.rollUp.of.${each}`) }))}
      />
      <Complaint words={errors['rollUp.function']} />
      {fitting && (
        <>
          <label htmlFor="added-source">{t('added.rollUp.attribute')}</label>
          <Select
            id="added-source"
            showSearch
            optionFilterProp="label"
            value={rollUp.attribute}
            onChange={(next) => onChange({ ...rollUp, attribute: next })}
            options={fields.map(({ name, label }) => ({ value: name, label }))}
          />
          <Complaint words={errors['rollUp.attribute']} />
        </>
      )}
      <label htmlFor="added-condition">{t('added.rollUp.condition')}</label>
      <Input
        id="added-condition"
        className="code"
        spellCheck={false}
        value={rollUp.condition ?? ''}
        placeholder="stage.meaning == 'won'"
        onChange={(event) => onChange({ ...rollUp, condition: event.target.value })}
      />
      <Complaint words={condition ?? errors.rollUp} />
      <p className="sub">{t('added.rollUp.help')}</p>
    </>
  )
}
