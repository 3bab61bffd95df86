import { useMemo } from 'react'
import { useNavigate, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Quality } from '~/api/quality'
import type { ObjectType } from '~/api/types'
import { Drawing } from '~/engine/chart/Drawing'
import type { Figure } from '~/engine/chart/figures'
import { formatNumber } from '~/fields/format'
import { SkeletonRows } from '~/ui/states'

interface MissingProps {
  object: ObjectType
  quality?: Quality
}

/** What is missing, most often first. */
export function Missing({ object, quality }: MissingProps) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const figures = useMemo(
    () =>
      (quality?.missing ?? []).map(({ attribute, count }): Figure => ({
        key: attribute,
        label: catalog.attribute(object.name, attribute)?.label ?? attribute,
        value: count,
        text: formatNumber(count, i18n.language),
        count,
        color: 'ochre',
        share: quality?.count ? (count / quality.count) * 100 : undefined,
        condition: `!has(${attribute})`,
      })),
    [quality, catalog, object, i18n.language],
  )
  return (
    <section className="card chart-card" aria-label={t('quality.missing')}>
      <header>
        <h2>{t('quality.missing')}</h2>
      </header>
      {!quality ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <Drawing
            kind="breakdown"
            figures={figures}
            label={t('chart.picture', { title: t('quality.missing'), count: figures.length })}
            short={(value) => formatNumber(value, i18n.language)}
            onPick={({ condition }) =>
              void navigate({ to: '/$object', params: { object: object.name }, search: { filter: condition } })
            }
          />
          <ul className="table-behind aside">
            {figures.map(({ key, label, text, condition }) => (
              <li key={key}>
                <Link to="/$object" params={{ object: object.name }} search={{ filter: condition }}>
                  {label} {text}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
