import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { templateName } from '~/api/documents'
import type { RecordData } from '~/api/types'

interface TemplateChoiceProps {
  templates: readonly RecordData[]
  value?: string
  onChange: (id: string) => void
}

/** One of the company's templates. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      className="document-templates"
      aria-label={t('documents.template')}
      value={value}
      onChange={(event) => onChange(String(event.target.value))}
    >
      {templates.map((template) => (
        <Radio key={template.id} value={template.id}>
          {templateName(template)}
          {typeof template.description === 'string' && <span className="sub">{template.description}</span>}
        </Radio>
      ))}
    </Radio.Group>
  )
}
