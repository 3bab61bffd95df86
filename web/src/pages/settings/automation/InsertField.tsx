import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { workedWith } from '~/engine/shared/worked'

interface InsertFieldProps {
  object: ObjectType
  text: string
  onChange: (text: string) => void
}

/** Puts what a field says at the end of a text, so that nobody has to know what programs call it. */
export function InsertField({ object, text, onChange }: InsertFieldProps) {
  const { t } = useTranslation()
  return (
    <Select
      className="fill"
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      aria-label={t('automation.insertField')}
      placeholder={t('automation.insertField')}
      options={workedWith(object)
        .filter(({ type }) => type !== 'lines' && type !== 'file')
        .map(({ name, label }) => ({ value: name, label, title: label }))}
      onChange={(name: string | null) => name && onChange(`${text}{{${name}}}`)}
    />
  )
}
