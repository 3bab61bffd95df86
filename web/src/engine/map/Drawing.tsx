import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { Button } from 'antd'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MapEdge, MapNode } from '~/api/graph'
import { useCatalog } from '~/api/metadata'
import { iconOf } from '~/ui/icons'
import { usePhone } from '~/ui/useMedia'
import { placed, towards, type Placed } from './layout'
import { usePlane } from './usePlane'
import { linkOf, titleIn, wordsOf } from './words'
import type { Place } from './useWalk'

interface DrawingProps {
  centre: string
  nodes: readonly MapNode[]
  edges: readonly MapEdge[]
  onCentre: (place: Place) => void
  onOpen: (place: Place) => void
}

/** Whoever clicks twice wants to go there; until that is known the record must not move away. */
const TWICE_MS = 230
const ARROWS: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function Edge({ edge, from, to }: { edge: MapEdge; from: Placed; to: Placed }) {
  const { label, kind, color, weight } = linkOf(useCatalog(), edge)
  const near = from.ring <= 1 && to.ring <= 1
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  return (
    <g className={`map-edge ${color}`}>
      <title>{label}</title>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={weight} />
      {near && kind && (
        <text x={x} y={y} dy="0.35em">
          {kind}
        </text>
      )}
    </g>
  )
}

interface NodeProps {
  place: Placed
  centred: boolean
  onClick: (event: MouseEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function Node({ place: { node, x, y, ring }, centred, onClick, onKeyDown }: NodeProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object(node.object)
  const Icon = iconOf(object?.icon ?? '')
  const title = titleIn(catalog, node, t('record.untitled'))
  const words = wordsOf(catalog, node)
  const more = node.more.reduce((sum, { count }) => sum + count, 0)
  return (
    <button
      type="button"
      className={`map-node${centred ? ' centred' : ''}`}
      style={{ left: x, top: y }}
      data-id={node.id}
      data-ring={ring}
      tabIndex={centred ? 0 : -1}
      aria-current={centred || undefined}
      aria-label={[object?.label, title, words].filter(Boolean).join(', ')}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <Icon size={15} aria-hidden />
      <span className="map-words">
        <b>{title}</b>
        {words && <span className="sub">{words}</span>}
      </span>
      {more > 0 && <span className="map-more">+{more}</span>}
    </button>
  )
}

/** The map as a drawing: records around the one in the middle, and what is between them. */
export function Drawing({ centre, nodes, edges, onCentre, onOpen }: DrawingProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const places = useMemo(() => placed(centre, nodes, edges, phone), [centre, nodes, edges, phone])
  const at = useMemo(() => new Map(places.map((place) => [place.node.id, place])), [places])
  const middle = at.get(centre)
  const { frame, view, fit, closer, farther, handlers } = usePlane(places, centre)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const walked = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const focus = (id: string) => frame.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
  useEffect(() => {
    // Whoever walks by keys goes on from where they have come to.
    if (walked.current) frame.current?.querySelector<HTMLElement>(`[data-id="${centre}"]`)?.focus()
  }, [centre, frame])

  const onClick = (place: Placed) => (event: MouseEvent) => {
    clearTimeout(timer.current)
    // A key presses a button as a click that was made nowhere.
    if (event.detail >= 2) onOpen(place.node)
    else if (place.node.id !== centre)
      timer.current = setTimeout(() => onCentre(place.node), event.detail ? TWICE_MS : 0)
  }
  const onKeyDown = (place: Placed) => (event: KeyboardEvent) => {
    const direction = ARROWS[event.key]
    if (direction) {
      const next = towards(place, direction, places)
      if (next) focus(next.node.id)
    } else if (event.key === 'Enter') {
      onOpen(place.node)
    } else if (event.key === ' ') {
      walked.current = true
      onCentre(place.node)
    } else return
    event.preventDefault()
  }
  return (
    <div className="map-frame">
      <div
        ref={frame}
        className="map-plane"
        role="group"
        aria-label={t('map.drawing', { title: middle ? titleIn(catalog, middle.node, t('record.untitled')) : '' })}
        {...handlers}
      >
        <div className="map-moved" style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})` }}>
          <svg aria-hidden>
            {edges.map((edge) => {
              const [from, to] = [at.get(edge.from), at.get(edge.to)]
              return (
                from &&
                to && <Edge key={`${edge.object} ${edge.attribute} ${edge.record}`} edge={edge} from={from} to={to} />
              )
            })}
          </svg>
          {places.map((place) => (
            <Node
              key={place.node.id}
              place={place}
              centred={place.node.id === centre}
              onClick={onClick(place)}
              onKeyDown={onKeyDown(place)}
            />
          ))}
        </div>
      </div>
      <div className="map-tools">
        <Button icon={<Plus size={16} />} aria-label={t('map.closer')} onClick={closer} />
        <Button icon={<Minus size={16} />} aria-label={t('map.farther')} onClick={farther} />
        <Button icon={<Maximize size={16} />} aria-label={t('map.fit')} onClick={fit} />
      </div>
    </div>
  )
}
