import { useState } from 'react'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KindOffer, Layout, LayoutsInput } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { beginningOf, laidOut, layoutOf } from '~/engine/form/attributes'
import { FormParts } from '~/engine/form/FormParts'
import { TriedForm } from '~/fields/underway'
import { usePhone } from '~/ui/useMedia'
import { useHeadings } from './useHeadings'

interface LayoutPreviewProps {
  object: ObjectType
  layout: Layout
  own: Layout
  /** By what kinds of records are told apart, and which choices they offer, as they will be. */
  input: Pick<LayoutsInput, 'kind' | 'offers'>
  open: boolean
  onClose: () => void
}

const choicesOf = (offers: readonly KindOffer[], kind: string): Record<string, string[]> =>
  Object.fromEntries(offers.filter((each) => each.kind === kind).map(({ attribute, choices }) => [attribute, choices]))

/** The form as it will be for who makes a record of that kind; it can be tried, and saves nothing. */
export function LayoutPreview({ object, layout, own, input: { kind, offers }, open, onClose }: LayoutPreviewProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const headingOf = useHeadings(own)
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [all, setAll] = useState(false)
  const laid = {
    sections: layout.sections.map((section) => ({ ...section, name: section.key, label: headingOf(section) })),
    quick: layout.quick ?? object.quick,
  }
  const kinds = (kind && catalog.attribute(object.name, kind)?.choices) || []
  const drafted: ObjectType = {
    ...object,
    ...laid,
    kind,
    layouts: kinds.map(({ code }) => ({ ...laid, kind: code, choices: choicesOf(offers, code) })),
  }
  const valueOf = (name: string): unknown => {
    if (name in values) return values[name]
    if (name === kind && layout.kind) return layout.kind
    const attribute = catalog.attribute(object.name, name)
    return attribute && (beginningOf(drafted, attribute, valueOf) ?? undefined)
  }
  const shown = layoutOf(catalog, laidOut(drafted, valueOf))
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
              valueOf,
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
