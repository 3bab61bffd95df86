import { Suspense, useId, useState } from 'react'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attribute, AttributeType } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { Masked } from '~/fields/Masked'
import { Value } from '~/fields/Value'
import { Part, Show } from './Show'
import { SPECIMENS, specimenOf } from './specimens'

function Input({ attribute, value: given, error }: { attribute: Attribute; value: unknown; error?: string }) {
  const id = useId()
  const [value, setValue] = useState(given)
  return (
    <div className="form-field">
      <FieldInput
        attribute={attribute}
        value={value}
        onChange={setValue}
        invalid={Boolean(error)}
        describedBy={error ? id : undefined}
      />
      {error && (
        <p className="field-error" id={id}>
          {error}
        </p>
      )}
    </div>
  )
}

function Field({ type }: { type: AttributeType }) {
  const { t } = useTranslation()
  const attribute = specimenOf(t, type)
  const { filled, long, masked } = SPECIMENS[type]
  const wide = type === 'lines' || type === 'address'
  return (
    <div className="card kit-field">
      <h3>{attribute.label}</h3>
      <div className="kit-shows">
        <Show state="empty">
          <Value attribute={attribute} value={null} />
        </Show>
        <Show state="filled" wide={wide}>
          <Value attribute={attribute} value={filled} />
        </Show>
        <Show state="long" wide={wide}>
          <Value attribute={attribute} value={long} />
        </Show>
        {!wide && (
          <Show state="dense">
            <div className="kit-cell">
              <Value attribute={attribute} value={long} dense />
            </div>
          </Show>
        )}
        {masked && (
          <Show state="masked">
            <Masked value={masked} />
          </Show>
        )}
      </div>
      <div className="kit-shows inputs">
        <Show state="input" wide={wide}>
          <Input attribute={attribute} value={null} />
        </Show>
        <Show state="inputFilled" wide={wide}>
          <Input attribute={attribute} value={filled} />
        </Show>
        <Show state="readOnly" wide={wide}>
          <ConfigProvider componentDisabled>
            <Input attribute={attribute} value={filled} />
          </ConfigProvider>
        </Show>
        <Show state="wrong" wide={wide}>
          <Input attribute={attribute} value={filled} error={t('kit.complaint')} />
        </Show>
      </div>
    </div>
  )
}

/** Every type of attribute: read, edited, refused. */
export const FieldsPart = () => (
  <Part name="fields">
    {(Object.keys(SPECIMENS) as AttributeType[]).map((type) => (
      <Suspense key={type}>
        <Field type={type} />
      </Suspense>
    ))}
  </Part>
)
