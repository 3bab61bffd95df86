import { useEffect, useRef, useState } from 'react'
import type { EChartsType } from 'echarts/core'
import { useTranslation } from 'react-i18next'
import { useThemeMode } from '~/ui/ThemeMode'
import { useMedia, usePhone } from '~/ui/useMedia'
import type { Figure } from './figures'
import type { Kind } from './groupings'
import { heightOf, optionOf } from './options'
import { paletteOf } from './palette'

interface DrawingProps {
  kind: Kind
  figures: readonly Figure[]
  label: string
  short: (value: number) => string
  onPick: (figure: Figure) => void
}

const NARROW = 420

/** The picture itself. What it shows is in the table beside it too, so to a screen reader it is one image. */
export function Drawing({ kind, figures, label, short, onPick }: DrawingProps) {
  const { i18n } = useTranslation()
  const { mode } = useThemeMode()
  const phone = usePhone()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const frame = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType>()
  const [width, setWidth] = useState(0)
  const [drawn, setDrawn] = useState<Kind>()
  const pick = useRef(onPick)
  pick.current = onPick
  const shown = useRef(figures)
  shown.current = figures

  useEffect(() => {
    const element = frame.current
    if (!element) return
    let made: EChartsType | undefined
    let gone = false
    void import('./echarts').then(({ init }) => {
      if (gone) return
      made = init(element, null, { renderer: 'svg' })
      made.on('click', ({ dataIndex }) => {
        const figure = typeof dataIndex === 'number' ? shown.current[dataIndex] : undefined
        if (figure) pick.current(figure)
      })
      setChart(made)
    })
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.round(entry?.contentRect.width ?? 0))
      made?.resize()
    })
    observer.observe(element)
    return () => {
      gone = true
      observer.disconnect()
      made?.dispose()
      setChart(undefined)
    }
  }, [])

  const height = heightOf(kind, figures.length)
  useEffect(() => {
    if (!chart || !frame.current) return
    const percent = (share: number) =>
      new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: share < 10 ? 1 : 0 }).format(
        share / 100,
      )
    setDrawn(undefined)
    const finished = () => setDrawn(kind)
    chart.on('finished', finished)
    const narrow = phone || (width > 0 && width < NARROW)
    chart.resize()
    chart.setOption(
      optionOf({ kind, figures, palette: paletteOf(frame.current), short, percent, narrow, motion: !still }),
      true,
    )
    return () => void chart.off('finished', finished)
  }, [chart, kind, figures, short, mode, i18n.language, phone, width, still, height])

  return <div className="drawing" ref={frame} role="img" aria-label={label} style={{ height }} data-drawn={drawn} />
}
