import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './client'
import type { SearchAnswer } from './types'

export const searchOptions = (words: string, object?: string, limit?: number) =>
  queryOptions({
    queryKey: ['records', object ?? '', 'search', words, limit],
    queryFn: ({ signal }) => request<SearchAnswer>('search', { query: { q: words, object, limit }, signal }),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
