import { nice, ticks } from 'd3-array'
import { useRef } from 'react'
import { useWidth } from '~/ui/useWidth'
import { rangeOf, type Drawn } from './drawn'

/** Beyond this there is no bar one could point at. */
const MOST_BARS = 40
const LINES = 4

/** About as wide as the longest name of a period is, with some air, in pixels. */
const widestOf = (labels: readonly string[]): number =>
  Math.max(...labels.map((label) => [...label].reduce((sum, sign) => sum + (sign > '⺀' ? 12 : 6.6), 0))) + 14

/** Every so many periods one is named, so that no name stands on another. */
const everyOf = (labels: readonly string[], width: number): number =>
  Math.max(1, Math.ceil((labels.length * widestOf(labels)) / Math.max(width, 1)))

/** Figures through time: bars, or a line where they are many. */
export function Trend({ figures, short }: Drawn) {
  const plot = useRef<HTMLDivElement>(null)
  const width = useWidth(plot)
  const range = rangeOf(figures)
  const [least, greatest] = nice(range.least, range.greatest, LINES)
  const up = (value: number) => ((value - least) / (greatest - least)) * 100
  const across = (index: number) => ((index + 0.5) / figures.length) * 100
  const every = everyOf(
    figures.map(({ label }) => label),
    width,
  )
  const line = figures.map(({ value }, index) => `${across(index)},${100 - up(value)}`).join(' ')
  return (
    <>
      <div className="chart-heights num">
        {ticks(least, greatest, LINES).map((value) => (
          <span key={value} style={{ bottom: `${up(value)}%` }}>
            <b>{short(value)}</b>
          </span>
        ))}
      </div>
      <div className="chart-plot" ref={plot}>
        {ticks(least, greatest, LINES).map((value) => (
          <hr key={value} style={{ bottom: `${up(value)}%` }} />
        ))}
        {figures.length > MOST_BARS && (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            <polygon points={`${across(0)},${100 - up(0)} ${line} ${across(figures.length - 1)},${100 - up(0)}`} />
            <polyline points={line} />
          </svg>
        )}
        <div className="chart-columns">
          {figures.map(({ key, value }, index) => (
            <span key={key} data-figure={index}>
              {figures.length <= MOST_BARS && (
                <i style={{ bottom: `${up(Math.min(0, value))}%`, height: `${up(Math.abs(value)) - up(0)}%` }} />
              )}
            </span>
          ))}
        </div>
      </div>
      <div className="chart-periods">
        {figures.map(
          ({ key, label }, index) =>
            index % every === Math.floor((every - 1) / 2) && (
              <span key={key} style={{ left: `${across(index)}%` }}>
                {label}
              </span>
            ),
        )}
      </div>
    </>
  )
}
