import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

interface SegmentNamesProps {
  name: string
  description: string
  /** Why the name was refused. */
  complaint: string | undefined
  onName: (name: string) => void
  onDescription: (description: string) => void
}

/** What a segment is called, and what it is for. */
export function SegmentNames({ name, description, complaint, onName, onDescription }: SegmentNamesProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="form-field">
        <label htmlFor="segment-name">{t('segments.name')}</label>
        <Input
          id="segment-name"
          autoFocus
          maxLength={60}
          value={name}
          status={complaint ? 'error' : undefined}
          aria-invalid={Boolean(complaint)}
          aria-describedby={complaint ? 'segment-name-note' : undefined}
          onChange={({ target }) => onName(target.value)}
        />
        {complaint && (
          <p className="field-error" id="segment-name-note" role="alert">
            {complaint}
          </p>
        )}
      </div>
      <div className="form-field">
        <label htmlFor="segment-description">{t('segments.description')}</label>
        <Input.TextArea
          id="segment-description"
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={description}
          onChange={({ target }) => onDescription(target.value)}
        />
      </div>
    </>
  )
}
