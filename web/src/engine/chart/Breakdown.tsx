import { colorOf, rangeOf, type Drawn } from './drawn'

/** A bar for each figure, from nought to the right, or to the left where it is negative; beside it how much that is. */
export function Breakdown({ figures, short, percent }: Drawn) {
  const { least, greatest } = rangeOf(figures)
  const part = (value: number) => `${(Math.abs(value) / (greatest - least)) * 100}%`
  return figures.map((figure, index) => (
    <div className="chart-row" key={figure.key} data-figure={index}>
      <span className="chart-name">{figure.label}</span>
      <span className="chart-line">
        {least < 0 && (
          <span className="chart-below" style={{ width: part(least) }}>
            {figure.value < 0 && (
              <i style={{ width: `${(figure.value / least) * 100}%`, background: colorOf(figure) }} />
            )}
          </span>
        )}
        {figure.value >= 0 && <i style={{ width: part(figure.value), background: colorOf(figure) }} />}
        <span className="chart-value num">
          {short(figure.value)}
          {figure.share !== undefined && <small> · {percent(figure.share)}</small>}
        </span>
      </span>
    </div>
  ))
}
