import { useEffect } from 'react'

interface Paged {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

/**
 * Fetches the next page before the end of what is there comes into sight.
 *
 * @param last the index of the last row in the document, -1 where there is none
 * @param count how many rows are there
 * @param ahead how many rows before the end
 */
export function useMoreAhead(
  { hasNextPage, isFetchingNextPage, fetchNextPage }: Paged,
  last: number,
  count: number,
  ahead: number,
) {
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= count - ahead) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, count, ahead])
}
