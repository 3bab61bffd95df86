import { useTranslation } from 'react-i18next'
import type { Quality } from '~/api/quality'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { Tile, TilePlaces } from '../insight/Tile'

interface Figure {
  key: 'completeness' | 'good' | 'poor' | 'stale'
  value: string
  detail?: string
  filter?: string
}

function tilesOf(quality: Quality, share: (count: number) => string, number: (count: number) => string): Figure[] {
  const { completeness, count, good, poor, stale, staleAfter } = quality
  return [
    { key: 'completeness', value: completeness === null ? '—' : share(Number(completeness) / 100) },
    { key: 'good', value: number(good), detail: count ? share(good / count) : undefined, filter: 'completeness >= 80' },
    { key: 'poor', value: number(poor), detail: count ? share(poor / count) : undefined, filter: 'completeness < 50' },
    {
      key: 'stale',
      value: number(stale),
      detail: count ? share(stale / count) : undefined,
      filter: `updatedAt < daysAgo(${staleAfter})`,
    },
  ]
}

/** The figures one looks at first; each leads to the records it is made of. */
export function QualityTiles({ object, quality }: { object: ObjectType; quality?: Quality }) {
  const { t, i18n } = useTranslation()
  if (!quality) return <TilePlaces />
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const tiles = tilesOf(
    quality,
    (share) => percent.format(share),
    (count) => formatNumber(count, i18n.language),
  )
  return (
    <>
      <div className="tiles">
        {tiles.map(({ key, value, detail, filter }) => (
          <Tile
            key={key}
            label={t(`quality.${key}`, { days: quality.staleAfter })}
            value={value}
            detail={detail ?? t('quality.ofAll', { count: quality.count })}
            object={object.name}
            filter={filter}
          />
        ))}
      </div>
      {quality.restricted && <p className="sub quality-note">{t('chart.restricted')}</p>}
    </>
  )
}
