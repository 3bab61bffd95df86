import { Button, Input, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportField } from '~/api/imports'
import { useCatalog, type Catalog } from '~/api/metadata'
import type { Attribute } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { isTemplate, type Fixed } from './draft'

interface Props {
  object: string
  fields: ImportField[]
  /** Those it may be instead. */
  open: ImportField[]
  fixed: Fixed
  onChange: (fixed: Fixed) => void
  onRemove: () => void
}

const TEXTS = new Set<string>(['text', 'email', 'phone', 'url'])

/** The attribute of the record, or of its lines, that a field is. */
function attributeOf(catalog: Catalog, object: string, field: string): Attribute | undefined {
  const [own = '', ofLine] = field.split('.')
  const attribute = catalog.attribute(object, own)
  return ofLine ? catalog.attribute(attribute?.lines ?? '', ofLine) : attribute
}

/** What a field of this type begins with: a text may as well be meant for another, and a switch always says something. */
export const beginningOf = (type: string | undefined, before: unknown): unknown =>
  type === 'boolean' ? false : TEXTS.has(type ?? '') && typeof before === 'string' ? before : null

/** A value that every row gets, typed as on a form; a text may be made of cells. */
export function FixedValue({ object, fields, open, fixed, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const typeOf = (field: string) => fields.find((each) => each.field === field)?.type
  const label = fields.find(({ field }) => field === fixed.field)?.label ?? fixed.field
  const words = t('imports.fixedValue', { field: label })
  const attribute = attributeOf(catalog, object, fixed.field)
  const set = (value: unknown) => onChange({ ...fixed, value })
  return (
    <div className="fixed-value">
      <Select
        aria-label={t('imports.fixedField')}
        value={fixed.field || undefined}
        placeholder={t('imports.fixedField')}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          ...(fixed.field ? [{ value: fixed.field, label }] : []),
          ...open.map(({ field, label: name }) => ({ value: field, label: name })),
        ]}
        onChange={(field: string) => onChange({ field, value: beginningOf(typeOf(field), fixed.value) })}
      />
      {!attribute || TEXTS.has(attribute.type) || isTemplate(fixed.value) ? (
        <Input
          aria-label={words}
          placeholder="{product}[ · {account}]"
          disabled={!fixed.field}
          value={String(fixed.value ?? '')}
          onChange={(event) => set(event.target.value)}
        />
      ) : (
        <div className="fixed-input">
          <FieldInput attribute={{ ...attribute, label: words }} value={fixed.value} onChange={set} />
        </div>
      )}
      <Button type="text" aria-label={t('action.remove')} icon={<X size={15} aria-hidden />} onClick={onRemove} />
    </div>
  )
}
