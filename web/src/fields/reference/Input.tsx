import { useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reference } from '~/api/types'
import { useClearing } from '~/ui/useClearing'
import { controlProps, type InputProps } from '../field'
import { useReferenceOptions, type ReferenceOption } from './options'

const optionOf = (option: ReferenceOption) => (
  <span className="reference-option" title={option.label}>
    {option.label}
    {option.subtitle && <span className="sub">{option.subtitle}</span>}
  </span>
)

export function ReferenceInput(props: InputProps) {
  const { t } = useTranslation()
  const { attribute, onChange } = props
  const clearing = useClearing()
  const [open, setOpen] = useState(false)
  const value = props.value as Reference | null | undefined
  const { options, setWords, loading } = useReferenceOptions(attribute.reference ?? '', open)
  return (
    <Select
      {...controlProps(props)}
      className="fill"
      labelInValue
      allowClear={!attribute.required && clearing}
      loading={loading}
      placeholder={t('field.searchReference')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      notFoundContent={loading ? t('state.loading') : t('field.nothingFound')}
      onOpenChange={setOpen}
      value={value ? { value: value.id, label: value.title } : null}
      options={options.map((option) => ({ value: option.value, label: option.label, option }))}
      optionRender={({ data }) => optionOf(data.option)}
      onChange={(next: { value: string; label: React.ReactNode } | undefined | null) =>
        onChange(next ? { id: next.value, title: String(next.label) } : null)
      }
    />
  )
}
