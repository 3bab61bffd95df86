import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectInput } from '~/api/objects'
import { LANGUAGE_NAMES, type Language } from '~/i18n'

type Word = 'labels' | 'plurals' | 'titles'
const WORDS: readonly Word[] = ['labels', 'plurals', 'titles']

interface WordsProps {
  language: Language
  /** Whether each field says of which language it is. */
  named?: boolean
  draft: ObjectInput
  onChange: (more: ObjectInput) => void
}

/** What people call the records in one language: one of them, several, and the text they know one by. */
export function ObjectWords({ language, named, draft, onChange }: WordsProps) {
  const { t } = useTranslation()
  return (
    <>
      {WORDS.map((word, at) => {
        const id = `object-${word}-${language}`
        const label = t(`objects.${word}`)
        return (
          <div key={word} className="token-form">
            <label htmlFor={id}>
              {named ? t('objects.inLanguage', { word: label, language: LANGUAGE_NAMES[language] }) : label}
            </label>
            <Input
              id={id}
              autoFocus={!named && at === 0}
              maxLength={60}
              value={draft[word]?.[language]}
              onChange={(event) => onChange({ [word]: { ...draft[word], [language]: event.target.value } })}
            />
          </div>
        )
      })}
    </>
  )
}
