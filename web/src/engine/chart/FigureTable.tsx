import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/fields/format'
import type { Figure } from './figures'
import { COUNT } from './measures'

interface FigureTableProps {
  object: string
  figures: readonly Figure[]
  heads: { group: string; measure: string; share: string }
  caption: string
  measure: string
  filterOf: (figure: Figure) => string
}

/** The figures behind a picture, in full; each leads to its records. */
export function FigureTable({ object, figures, heads, caption, measure, filterOf }: FigureTableProps) {
  const { t, i18n } = useTranslation()
  const counted = measure === COUNT.name
  const shares = figures.some(({ share }) => share !== undefined)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.group}</th>
          {!counted && <th scope="col">{t('chart.count')}</th>}
          <th scope="col">{heads.measure}</th>
          {shares && <th scope="col">{heads.share}</th>}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.key}>
            <th scope="row">
              <Link to="/$object" params={{ object }} search={{ filter: filterOf(figure) }}>
                {figure.label}
              </Link>
            </th>
            {!counted && <td className="num">{formatNumber(figure.count, i18n.language)}</td>}
            <td className="num">{figure.text}</td>
            {shares && <td className="num">{figure.share === undefined ? '—' : percent.format(figure.share / 100)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
