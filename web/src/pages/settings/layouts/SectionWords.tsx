import { useState } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LayoutSection } from '~/api/layouts'
import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n'

interface SectionWordsProps {
  /** The one that is renamed; none for a new one. */
  section?: LayoutSection
  /** What it is called without the company's own words. */
  placeholder?: string
  required: boolean
  onClose: () => void
  onDone: (labels: Record<string, string>) => void
}

/** What stands above a section, in each language; the other languages take the words of one that is given. */
export function SectionWords({ section, placeholder, required, onClose, onDone }: SectionWordsProps) {
  const { t, i18n } = useTranslation()
  const [labels, setLabels] = useState<Record<string, string>>(section?.labels ?? {})
  const given = Object.fromEntries(
    Object.entries(labels).flatMap(([language, word]) => (word.trim() ? [[language, word.trim()]] : [])),
  )
  const complete = !required || Object.keys(given).length > 0
  const submit = () => {
    if (complete) onDone(given)
  }
  const ordered = [...LANGUAGES].sort((one, other) => Number(other === i18n.language) - Number(one === i18n.language))
  return (
    <Modal
      open
      title={t(section ? 'layouts.rename' : 'layouts.newSection')}
      okText={t('action.apply')}
      okButtonProps={{ disabled: !complete }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {ordered.map((language, at) => (
          <div key={language} className="token-form">
            <label htmlFor={`section-${language}`}>
              {t('layouts.heading', { language: LANGUAGE_NAMES[language] })}
            </label>
            <Input
              id={`section-${language}`}
              autoFocus={at === 0}
              maxLength={60}
              placeholder={placeholder}
              value={labels[language] ?? ''}
              onChange={(event) => setLabels({ ...labels, [language]: event.target.value })}
            />
          </div>
        ))}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
