import { useTranslation } from 'react-i18next'
import './score.css'

const WORDS = [
  { from: 95, word: 'certain' },
  { from: 80, word: 'likely' },
  { from: 70, word: 'probable' },
  { from: 0, word: 'perhaps' },
] as const

/** How likely two records are one, as a number of 100 and in a word. */
export function Score({ score }: { score: number }) {
  const { t } = useTranslation()
  const { word } = WORDS.find(({ from }) => score >= from) ?? WORDS[3]
  return (
    <span className="score" title={t('duplicates.score')}>
      {score}
      <small>{t(`duplicates.score_${word}`)}</small>
    </span>
  )
}
