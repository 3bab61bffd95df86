import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { ALL, type MergedAttribute, type MergePreview } from '~/api/merge'
import type { Attribute, ObjectType } from '~/api/types'
import { Value } from '~/fields/Value'
import { namesOf } from './names'

interface MergedValuesProps {
  object: ObjectType
  preview: MergePreview
  /** By attribute what somebody said, whether it is known yet what becomes of it or not. */
  chosen: Record<string, string>
  onChoose: (attribute: string, from: string) => void
}

interface RowProps {
  attribute: Attribute
  merged: MergedAttribute
  preview: MergePreview
  from: string | null
  onChoose: (from: string) => void
}

/** One attribute in which the records differ: what each has, and whose is taken. */
function Row({ attribute, merged, preview, from, onChoose }: RowProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="merge-row">
      <legend>{attribute.label}</legend>
      <Radio.Group
        className="merge-values"
        aria-label={attribute.label}
        disabled={!merged.choosable}
        value={from ?? undefined}
        onChange={({ target }) => onChoose(String(target.value))}
      >
        {namesOf(preview).map(({ id, name }) => (
          <Radio key={id} value={id}>
            <span className="sub whose">{name}</span>
            <Value attribute={attribute} value={merged.values[id]} dense linkless />
          </Radio>
        ))}
        {merged.together && (
          <Radio value={ALL} className="together">
            {t('merge.together')}
          </Radio>
        )}
      </Radio.Group>
    </fieldset>
  )
}

/** Where the records differ, attribute by attribute; what all say alike is folded. */
export function MergedValues({ object, preview, chosen, onChoose }: MergedValuesProps) {
  const { t } = useTranslation()
  const attributeOf = (name: string) => object.attributes.find((attribute) => attribute.name === name)
  const rows = preview.attributes.flatMap((merged) => {
    const attribute = attributeOf(merged.attribute)
    return attribute ? [{ attribute, merged }] : []
  })
  const alike = rows.filter(({ merged }) => !merged.differs)
  return (
    <>
      {rows
        .filter(({ merged }) => merged.differs)
        .map(({ attribute, merged }) => (
          <Row
            key={attribute.name}
            attribute={attribute}
            merged={merged}
            preview={preview}
            from={chosen[attribute.name] ?? merged.from}
            onChoose={(from) => onChoose(attribute.name, from)}
          />
        ))}
      {alike.length > 0 && (
        <details>
          <summary>{t('merge.alike', { count: alike.length })}</summary>
          <dl className="merge-alike">
            {alike.map(({ attribute, merged }) => (
              <div key={attribute.name}>
                <dt>{attribute.label}</dt>
                <dd>
                  <Value attribute={attribute} value={merged.result} dense linkless />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}
