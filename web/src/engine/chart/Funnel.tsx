import { colorOf, rangeOf, type Drawn } from './drawn'

/** Steps in the middle, one below the other, each as wide as what came so far. */
export function Funnel({ figures, short, percent }: Drawn) {
  const { greatest } = rangeOf(figures)
  return figures.map((figure, index) => (
    <div className="chart-row" key={figure.key} data-figure={index}>
      <span className="chart-name">{figure.label}</span>
      <span className="chart-step">
        <i style={{ width: `${(Math.max(0, figure.value) / greatest) * 100}%`, background: colorOf(figure) }} />
      </span>
      <span className="chart-value num">
        {short(figure.value)}
        {figure.share !== undefined && ` · ${percent(figure.share)}`}
      </span>
    </div>
  ))
}
