import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Locate } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MapEdge, MapNode } from '~/api/graph'
import { useCatalog } from '~/api/metadata'
import { formatNumber } from '~/fields/format'
import { referenceFilter } from '../filter/conditions'
import type { Place } from './useWalk'
import { linkOf, titleIn, wordsOf } from './words'

interface NeighbourListProps {
  centre: MapNode
  nodes: readonly MapNode[]
  edges: readonly MapEdge[]
  onCentre: (place: Place) => void
}

/** The same as a list: what stands next to the record in the middle, and where the rest is found. */
export function NeighbourList({ centre, nodes, edges, onCentre }: NeighbourListProps) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const rows = edges
    .filter(({ from, to }) => from === centre.id || to === centre.id)
    .flatMap((edge) => {
      const other = nodes.find(({ id }) => id === (edge.from === centre.id ? edge.to : edge.from))
      return other ? [{ edge, other, link: linkOf(catalog, edge) }] : []
    })
  return (
    <div className="map-list">
      {rows.length === 0 && <p className="nothing">{t('map.nothing')}</p>}
      <ul>
        {rows.map(({ edge, other, link }) => {
          const title = titleIn(catalog, other, t('record.untitled'))
          return (
            <li key={`${edge.object} ${edge.attribute} ${edge.record}`} className="item">
              <span className={`pill ${link.color}`}>{link.label}</span>
              <div className="grow">
                <Link to="/$object/$id" params={{ object: other.object, id: other.id }} className="ellipsis">
                  {title}
                </Link>
                <div className="sub ellipsis">
                  {[catalog.object(other.object)?.label, link.position ?? wordsOf(catalog, other), link.strength]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <Button
                type="text"
                size="small"
                icon={<Locate size={15} />}
                aria-label={t('map.centre', { title })}
                onClick={() => onCentre(other)}
              />
            </li>
          )
        })}
      </ul>
      {centre.more.map(({ object, attribute, count, exact }) => (
        <p key={`${object} ${attribute}`} className="map-rest">
          <Link to="/$object" params={{ object }} search={{ filter: referenceFilter(attribute, centre.id) }}>
            {t('map.more', {
              count,
              value: `${formatNumber(count, i18n.language)}${exact ? '' : '+'}`,
              label: catalog.object(object)?.pluralLabel,
            })}
          </Link>
        </p>
      ))}
    </div>
  )
}
