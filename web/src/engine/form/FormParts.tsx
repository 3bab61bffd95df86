import { Button } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import type { FormLayout } from './attributes'
import { FormField, type FormValues } from './FormField'
import './form.css'

interface FormPartsProps {
  layout: FormLayout
  form: FormValues
  /** The field one begins with. */
  first?: string
  /** Whether what is asked on demand is shown. */
  all: boolean
  onMore: () => void
}

/** The fields of a form: what is asked first, and the rest on demand, by section. */
export function FormParts({ layout: { quick, more }, form, first, all, onMore }: FormPartsProps) {
  const { t } = useTranslation()
  const field = (attribute: Attribute) => (
    <FormField key={attribute.name} attribute={attribute} form={form} autoFocus={attribute.name === first} />
  )
  return (
    <>
      <div className="form-fields">{quick.map(field)}</div>
      {more.length > 0 && !all && (
        <Button type="text" className="more-fields" icon={<ChevronDown size={15} aria-hidden />} onClick={onMore}>
          {t('form.more')}
        </Button>
      )}
      {all &&
        more.map((section) => (
          <fieldset key={section.name}>
            <legend>{section.label}</legend>
            <div className="form-fields">{section.attributes.map(field)}</div>
          </fieldset>
        ))}
    </>
  )
}
