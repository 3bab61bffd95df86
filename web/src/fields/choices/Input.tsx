import { useState } from 'react'
import { Select } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAddChoice } from '~/api/choices'
import { useClearing } from '~/ui/useClearing'
import { controlProps, type InputProps } from '../field'

/** No code looks like it. */
const NEW = '+'

/** Any of the choices; whoever sets up the object adds the one that is missing by typing it. */
export function ChoicesInput(props: InputProps) {
  const { t } = useTranslation()
  const { attribute, value, onChange } = props
  const clearing = useClearing()
  const [words, setWords] = useState('')
  const adding = useAddChoice(attribute)
  const held = (value as string[] | null | undefined) ?? []
  const choices = attribute.choices ?? []
  const options = choices
    .filter((choice) => choice.active || held.includes(choice.code))
    .map((choice) => ({ value: choice.code, label: choice.label }))
  const label = words.trim()
  const isNew = label !== '' && choices.every((choice) => choice.label.toLowerCase() !== label.toLowerCase())
  const choose = (codes: string[]) => {
    setWords('')
    const known = codes.filter((code) => code !== NEW)
    if (known.length === codes.length) onChange(known.length > 0 ? known : null)
    else adding.mutate(label, { onSuccess: ({ code }) => onChange([...known, code]) })
  }
  return (
    <Select<string[]>
      {...controlProps(props)}
      mode="multiple"
      className="fill"
      allowClear={!attribute.required && clearing}
      loading={adding.isPending}
      // Going on with Tab takes what is marked, and nobody has marked anything before typing.
      defaultActiveFirstOption={words !== ''}
      showSearch={{
        searchValue: words,
        onSearch: setWords,
        filterOption: (text, option) =>
          option?.value === NEW || String(option?.label).toLowerCase().includes(text.trim().toLowerCase()),
      }}
      value={held}
      options={
        adding.isOffered && isNew ? [...options, { value: NEW, label: t('field.addChoice', { label }) }] : options
      }
      optionRender={(option) =>
        option.value === NEW ? (
          <span className="add-choice">
            <Plus size={14} aria-hidden /> {option.label}
          </span>
        ) : (
          option.label
        )
      }
      notFoundContent={t('field.nothingFound')}
      onChange={choose}
    />
  )
}
