import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { partOf } from './overview'

/** How something is done: a value given, a command run, another record looked after, or one made that points here. */
export type Way =
  | { kind: 'fill'; attribute: string }
  | { kind: 'run'; command: string }
  | { kind: 'open'; object: string; id: string }
  | { kind: 'make'; object: string; attribute: string; values: Record<string, unknown> }

/** What is best done next with a record, by a rule. */
export interface Advice {
  rule: string
  reason: string
  /** What the way to do it is called. */
  action: string
  way: Way
}

export const adviceOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'advice', id],
    queryFn: () => partOf(object, id, 'advice'),
  })

/** Not to hear of something for a week, and to hear of it again. */
export function usePutOff(object: string, id: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: adviceOptions(object, id).queryKey })
  const path = (rule: string) => `${object}/${id}/advice/${rule}/later`
  return {
    putOff: useMutation({
      mutationFn: (rule: string) => request<void>(path(rule), { method: 'POST', body: {} }),
      onSuccess,
    }),
    takeBack: useMutation({ mutationFn: (rule: string) => request<void>(path(rule), { method: 'DELETE' }), onSuccess }),
  }
}
