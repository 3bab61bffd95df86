import { useTranslation } from 'react-i18next'
import type { Choice } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { isMoneySum, oneSum, sumWords } from '../shared/sums'
import type { ColumnTotals } from './useBoard'

interface ColumnHeadProps {
  choice: Choice
  totals: ColumnTotals | undefined
  failed: boolean
}

/** A column's name, how many cards it has and what they are worth: of all of them, not only of those that have come. */
export function ColumnHead({ choice, totals, failed }: ColumnHeadProps) {
  const { t, i18n } = useTranslation()
  const sum = isMoneySum(totals?.sum) && oneSum(totals.sum) ? sumWords(totals.sum, i18n.language) : undefined
  return (
    <header>
      <h2 className="ellipsis" title={choice.label}>
        {choice.label}
      </h2>
      <span className="num" title={failed ? t('board.noTotals') : undefined}>
        {totals ? formatNumber(totals.count, i18n.language) : failed ? '—' : '…'}
      </span>
      {sum && (
        <em className="num" title={sum.each || sum.text}>
          {sum.text}
        </em>
      )}
    </header>
  )
}
