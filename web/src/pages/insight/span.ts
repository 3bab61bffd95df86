/** Which sales the overview is of, by the day they are closed. */
export const SPANS = ['all', 'thisYear', 'thisQuarter', 'thisMonth'] as const
export type Span = (typeof SPANS)[number]

export const readSpan = (search: Record<string, unknown>): { span?: Span } => {
  const span = SPANS.find((each) => each === search.span)
  return span && span !== 'all' ? { span } : {}
}
