import { Button, Drawer, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { AttributeRight, Grant } from '~/api/roles'
import type { ObjectType } from '~/api/types'
import '~/engine/form/form.css'
import { usePhone } from '~/ui/useMedia'
import { fieldsOf, type Field } from './fields'
import { withAttribute } from './grants'

interface FieldsDrawerProps {
  object: ObjectType
  grant: Grant
  open: boolean
  onChange: (grant: Grant) => void
  onClose: () => void
}

function FieldRow({
  field,
  right,
  onChange,
}: {
  field: Field
  right: AttributeRight
  onChange: (right: AttributeRight) => void
}) {
  const { t } = useTranslation()
  const most = field.offered.at(-1) ?? 'read'
  return (
    <div className="field-right">
      <span className="ellipsis" title={field.label}>
        {field.label}
      </span>
      {field.offered.length > 1 ? (
        <Segmented<AttributeRight>
          size="small"
          aria-label={t('rights.fieldRight', { label: field.label })}
          value={field.offered.includes(right) ? right : most}
          onChange={(next) => onChange(next === most ? 'write' : next)}
          options={field.offered.map((value) => ({ value, label: t(`rights.attribute.${value}`) }))}
        />
      ) : (
        <span className="sub">{t(`rights.attribute.${most}`)}</span>
      )}
    </div>
  )
}

/** What may be done with the values of each attribute of an object. */
export function FieldsDrawer({ object, grant, open, onChange, onClose }: FieldsDrawerProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={phone ? '100%' : 520}
      destroyOnHidden
      title={t('rights.fieldsTitle', { label: object.pluralLabel })}
      footer={
        <div className="form-foot">
          <Button
            disabled={Object.keys(grant.attributes).length === 0}
            onClick={() => onChange({ ...grant, attributes: {} })}
          >
            {t('rights.fieldsOpen')}
          </Button>
          <span className="grow" />
          <Button type="primary" onClick={onClose}>
            {t('rights.done')}
          </Button>
        </div>
      }
    >
      <p className="sub">{t('rights.fieldsHelp')}</p>
      {fieldsOf(catalog, object).map(({ label, fields }) => (
        <section key={label} className="field-rights" aria-label={label}>
          <h3>{label}</h3>
          {fields.map((field) => (
            <FieldRow
              key={field.path}
              field={field}
              right={grant.attributes[field.path] ?? 'write'}
              onChange={(right) => onChange(withAttribute(grant, field.path, right))}
            />
          ))}
        </section>
      ))}
    </Drawer>
  )
}
