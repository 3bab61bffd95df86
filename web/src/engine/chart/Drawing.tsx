import { useState, type ComponentType, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Breakdown } from './Breakdown'
import type { Figure } from './figures'
import { Funnel } from './Funnel'
import type { Kind } from './groupings'
import { heightOf, type Drawn } from './drawn'
import { Trend } from './Trend'

interface DrawingProps {
  kind: Kind
  figures: readonly Figure[]
  label: string
  short: (value: number) => string
  onPick: (figure: Figure) => void
}

interface Pointed {
  figure: Figure
  x: number
  y: number
}

const PICTURES: Record<Kind, ComponentType<Drawn>> = { breakdown: Breakdown, trend: Trend, funnel: Funnel }

/** The bar at a place says by its number which figure it is. */
function figureAt(event: MouseEvent, figures: readonly Figure[]): Figure | undefined {
  const bar = (event.target as Element).closest<HTMLElement>('[data-figure]')
  return bar ? figures[Number(bar.dataset.figure)] : undefined
}

/** Beside the pointer, on the side that has room. */
function Told({ pointed: { figure, x, y }, percent }: { pointed: Pointed; percent: (share: number) => string }) {
  return (
    <div className="chart-told" style={{ left: `${x * 100}%`, top: y, translate: x > 0.5 ? '-100%' : undefined }}>
      <span>{figure.label}</span>
      <b className="num">{figure.text + (figure.share === undefined ? '' : ` · ${percent(figure.share)}`)}</b>
    </div>
  )
}

/** The picture itself. What it shows is in the table beside it too, so to a screen reader it is one image. */
export function Drawing({ kind, figures, label, short, onPick }: DrawingProps) {
  const { i18n } = useTranslation()
  const [pointed, setPointed] = useState<Pointed>()
  const Picture = PICTURES[kind]
  const percent = (share: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: share < 10 ? 1 : 0 }).format(
      share / 100,
    )
  const point = (event: MouseEvent<HTMLElement>) => {
    const figure = figureAt(event, figures)
    const frame = event.currentTarget.getBoundingClientRect()
    setPointed(figure && { figure, x: (event.clientX - frame.left) / frame.width, y: event.clientY - frame.top + 16 })
  }
  const pick = (event: MouseEvent) => {
    const figure = figureAt(event, figures)
    if (figure) onPick(figure)
  }
  return (
    <div
      className={`drawing ${kind}`}
      role="img"
      aria-label={label}
      style={{ height: heightOf(kind, figures.length) }}
      onClick={pick}
      onMouseMove={point}
      onMouseLeave={() => setPointed(undefined)}
    >
      <Picture figures={figures} short={short} percent={percent} />
      {pointed && <Told pointed={pointed} percent={percent} />}
    </div>
  )
}
