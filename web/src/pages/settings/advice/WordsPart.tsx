import { useState } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Words } from '~/api/adviceRules'
import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n'
import { Part } from '../rules/Part'

interface WordsPartProps {
  id: string
  label: string
  help: string
  placeholder: string
  error?: string
  maxLength: number
  value: Words
  onChange: (words: Words) => void
}

/** Words in the reader's language, and behind them in the others: who speaks one that is not given reads another. */
export function WordsPart({ id, label, help, placeholder, error, maxLength, value, onChange }: WordsPartProps) {
  const { t, i18n } = useTranslation()
  const own = LANGUAGES.find((each) => each === i18n.language) ?? 'en'
  const others = LANGUAGES.filter((each) => each !== own)
  // Decided once: what somebody is writing in does not fold.
  const [unfolded] = useState(!value[own] && others.some((each) => value[each]))
  return (
    <Part id={id} label={label} help={help} error={error}>
      <Input
        id={id}
        maxLength={maxLength}
        placeholder={placeholder}
        status={error ? 'error' : undefined}
        value={value[own] ?? ''}
        onChange={(event) => onChange({ ...value, [own]: event.target.value })}
      />
      <details className="advice-languages" open={unfolded}>
        <summary>{t('adviceRules.otherLanguages')}</summary>
        {others.map((each) => (
          <Input
            key={each}
            aria-label={t('adviceRules.inLanguage', { word: label, language: LANGUAGE_NAMES[each] })}
            prefix={<span className="sub">{LANGUAGE_NAMES[each]}</span>}
            maxLength={maxLength}
            value={value[each] ?? ''}
            onChange={(event) => onChange({ ...value, [each]: event.target.value })}
          />
        ))}
      </details>
    </Part>
  )
}
