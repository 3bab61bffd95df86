import { useState } from 'react'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { layoutOf } from '~/engine/form/attributes'
import { FormParts } from '~/engine/form/FormParts'
import { TriedForm } from '~/fields/underway'
import { usePhone } from '~/ui/useMedia'
import { useHeadings } from './useHeadings'

interface LayoutPreviewProps {
  object: ObjectType
  layout: Layout
  own: Layout
  open: boolean
  onClose: () => void
}

/** The form as it will be; it can be tried, and saves nothing. */
export function LayoutPreview({ object, layout, own, open, onClose }: LayoutPreviewProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const headingOf = useHeadings(own)
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [all, setAll] = useState(false)
  const shown = layoutOf(catalog, {
    ...object,
    sections: layout.sections.map((section) => ({ ...section, name: section.key, label: headingOf(section) })),
    quick: layout.quick ?? object.quick,
  })
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={phone ? '100%' : 560}
      destroyOnHidden
      title={t('layouts.previewOf', { label: object.label })}
    >
      <form className="record-form" noValidate onSubmit={(event) => event.preventDefault()}>
        <TriedForm value>
          <FormParts
            layout={shown}
            form={{
              errors: {},
              valueOf: (name) => values[name] ?? catalog.attribute(object.name, name)?.initial,
              set: (name, value) => setValues({ ...values, [name]: value }),
            }}
            all={all || shown.quick.length === 0}
            onMore={() => setAll(true)}
          />
        </TriedForm>
      </form>
    </Drawer>
  )
}
