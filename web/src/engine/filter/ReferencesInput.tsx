import { useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useReferenceOptions } from '~/fields/reference/options'
import { useReferenceTitles } from './words'

interface ReferencesInputProps {
  object: string
  label: string
  value: string[]
  onChange: (ids: string[]) => void
}

/** Picks several records by search. */
export function ReferencesInput({ object, label, value, onChange }: ReferencesInputProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const titles = useReferenceTitles(object, value)
  const { options, setWords, loading } = useReferenceOptions(object, open)
  return (
    <Select
      className="fill"
      mode="multiple"
      labelInValue
      aria-label={label}
      placeholder={t('field.searchReference')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={loading}
      notFoundContent={loading ? t('state.loading') : t('field.nothingFound')}
      open={open}
      onOpenChange={setOpen}
      value={value.map((id, index) => ({ value: id, label: titles[index] ?? '…' }))}
      options={options.map((option) => ({ value: option.value, label: option.label, title: option.label }))}
      onChange={(next: { value: string }[]) => {
        // The list of hits would lie over the button that applies them.
        setOpen(false)
        onChange(next.map((each) => each.value))
      }}
    />
  )
}
