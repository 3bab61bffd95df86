import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES } from '~/i18n'
import { Brand } from '~/ui/frame/Brand'
import './gate.css'

/** The pages before the console: one card, and the languages below it. */
export function Gate({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  return (
    <main className="gate">
      <div className="gate-card">
        <Brand name={t('frame.product')} />
        <h1>{title}</h1>
        {note && <p className="sub">{note}</p>}
        {children}
      </div>
      <div className="gate-languages" role="group" aria-label={t('frame.language')}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            type="text"
            size="small"
            lang={language}
            aria-pressed={language === i18n.language}
            onClick={() => void changeLanguage(language)}
          >
            {LANGUAGE_NAMES[language]}
          </Button>
        ))}
      </div>
    </main>
  )
}
