import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from './figures'
import type { Kind } from './groupings'
import type { Palette } from './palette'

export interface Drawing {
  kind: Kind
  figures: readonly Figure[]
  palette: Palette
  short: (value: number) => string
  /** "68%" */
  percent: (share: number) => string
  /** Narrower than this there is no room for more than the names. */
  narrow: boolean
  motion: boolean
}

const colorOf = ({ palette }: Drawing, { color }: Figure): string =>
  palette.bars[color ?? 'jade'] ?? palette.bars.jade ?? ''

/** Names too long for their room end in dots; the tooltip and the table have them whole. */
const cut = (narrow: boolean) => ({ width: narrow ? 92 : 190, overflow: 'truncate' })

function tooltip({ palette, figures, percent }: Drawing) {
  return {
    trigger: 'item',
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.line,
    textStyle: { color: palette.ink, fontSize: 13 },
    // Text, never markup: a record may be called anything.
    renderMode: 'richText',
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const figure = figures[dataIndex]
      if (!figure) return ''
      const share = figure.share === undefined ? '' : ` · ${percent(figure.share)}`
      return `${figure.label}\n${figure.text}${share}`
    },
  }
}

const valueAxis = ({ palette, short }: Drawing, split: number) => ({
  type: 'value',
  splitNumber: split,
  axisLabel: { color: palette.ink3, fontSize: 12, formatter: short, hideOverlap: true },
  splitLine: { lineStyle: { color: palette.line } },
})

const nameAxis = ({ palette, figures }: Drawing) => ({
  type: 'category',
  data: figures.map(({ label }) => label),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
})

function breakdown(drawing: Drawing): EChartsCoreOption {
  const { palette, figures, short, percent, narrow } = drawing
  return {
    grid: {
      left: 8,
      right: narrow ? 72 : 116,
      top: 4,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: { ...valueAxis(drawing, 3), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      ...nameAxis(drawing),
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        color: palette.ink2,
        fontSize: 13,
        ...cut(narrow),
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        barMinHeight: 2,
        itemStyle: { borderRadius: [0, 5, 5, 0] },
        label: {
          show: true,
          position: 'right',
          color: palette.ink2,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const figure = figures[dataIndex]
            if (!figure) return ''
            const share = narrow || figure.share === undefined ? '' : ` · ${percent(figure.share)}`
            return short(figure.value) + share
          },
        },
        data: figures.map((figure) => ({ value: figure.value, itemStyle: { color: colorOf(drawing, figure) } })),
      },
    ],
  }
}

function trend(drawing: Drawing): EChartsCoreOption {
  const { palette, figures } = drawing
  const many = figures.length > 40
  const color = palette.bars.jade
  return {
    grid: { left: 4, right: 12, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...nameAxis(drawing), axisLabel: { color: palette.ink3, fontSize: 12, hideOverlap: true } },
    yAxis: valueAxis(drawing, 4),
    series: [
      many
        ? {
            type: 'line',
            showSymbol: false,
            color,
            lineStyle: { width: 2 },
            areaStyle: { opacity: 0.08 },
            data: figures.map(({ value }) => value),
          }
        : {
            type: 'bar',
            barMaxWidth: 34,
            color,
            itemStyle: { borderRadius: [4, 4, 0, 0] },
            data: figures.map(({ value }) => value),
          },
    ],
  }
}

/** Steps in the middle, one below the other; the space beside each is a bar too, that nobody sees. */
function funnel(drawing: Drawing): EChartsCoreOption {
  const { palette, figures, short, percent, narrow } = drawing
  const widest = Math.max(...figures.map(({ value }) => value), 0)
  const told = figures.map(({ value, share }) => short(value) + (share === undefined ? '' : ` · ${percent(share)}`))
  const names = {
    ...nameAxis(drawing),
    inverse: true,
    axisLine: { show: false },
    axisLabel: {
      color: palette.ink2,
      fontSize: 13,
      ...cut(narrow),
    },
  }
  const step = { type: 'bar', stack: 'step', barCategoryGap: 4 }
  return {
    grid: { left: 8, right: 8, top: 2, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false, max: widest || 1 },
    yAxis: [names, { ...names, data: told, position: 'right', axisLabel: { color: palette.ink2, fontSize: 13 } }],
    series: [
      {
        ...step,
        silent: true,
        tooltip: { show: false },
        itemStyle: { color: 'transparent' },
        data: figures.map(({ value }) => (widest - value) / 2),
      },
      {
        ...step,
        data: figures.map((figure) => ({
          value: figure.value,
          itemStyle: { color: colorOf(drawing, figure), borderRadius: 5 },
        })),
      },
    ],
  }
}

const DRAWN = { breakdown, trend, funnel }

/** One theme for every chart: the look's inks and bars, hairlines, no boxes. */
export const optionOf = (drawing: Drawing): EChartsCoreOption => ({
  animation: drawing.motion,
  animationDuration: 300,
  textStyle: { fontFamily: drawing.palette.font },
  tooltip: tooltip(drawing),
  ...DRAWN[drawing.kind](drawing),
})

const ROW = 32

/** As tall as its bars need. */
export const heightOf = (kind: Kind, figures: number): number =>
  kind === 'breakdown' ? Math.max(figures * ROW + 12, 120) : kind === 'funnel' ? Math.max(figures * 46 + 4, 140) : 280
