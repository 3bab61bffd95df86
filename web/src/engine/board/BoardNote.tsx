import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/fields/format'
import { Restricted } from '../shared/Restricted'
import type { Board } from './useBoard'

/** How many cards the board has in all. */
export function BoardNote({ board }: { board: Board }) {
  const { t, i18n } = useTranslation()
  if (!board.totals.data) return null
  const count = board.totals.data.groups.reduce((sum, group) => sum + Number(group.count), 0)
  return (
    <span>
      {t('list.count', { count, value: formatNumber(count, i18n.language) })}{' '}
      <Restricted when={board.totals.data.restricted} />
    </span>
  )
}
