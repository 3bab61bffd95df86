import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Attribute, Choice } from './types'

/** Offers one more choice to everybody; only where the catalog says that the reader may. */
export function useAddChoice({ name, extends: object }: Attribute) {
  const client = useQueryClient()
  const adding = useMutation({
    mutationFn: (label: string) =>
      request<Choice>('choices', { method: 'POST', body: { object, attribute: name, label } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['metadata'] }),
  })
  return { ...adding, isOffered: object !== undefined }
}
