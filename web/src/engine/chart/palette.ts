/** The look's tokens, as the drawing wants them: it knows no variables of CSS. */
export interface Palette {
  ink: string
  ink2: string
  ink3: string
  line: string
  surface: string
  bars: Record<string, string>
  font: string
}

const BARS: Record<string, string> = {
  jade: '--jade',
  slate: '--bar-slate',
  indigo: '--bar-indigo',
  ochre: '--bar-ochre',
  cinnabar: '--bar-cinnabar',
  plum: '--bar-plum',
}

/** Of the present theme; asked for again when it changes. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    ink2: token('--ink2'),
    ink3: token('--ink3'),
    line: token('--line'),
    surface: token('--surface'),
    bars: Object.fromEntries(Object.entries(BARS).map(([color, name]) => [color, token(name)])),
    font: style.fontFamily,
  }
}
