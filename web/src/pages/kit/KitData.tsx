import { useMemo, type ReactNode } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { filesOptions } from '~/api/files'
import { metadataQuery } from '~/api/metadata'
import { placesQuery } from '~/api/places'
import { openOptions, rightsOptions } from '~/api/overview'
import { aggregateOptions, firstRowsOptions, recordOptions } from '~/api/records'
import { sessionQuery, useSession } from '~/api/session'
import { followersOptions } from '~/api/timeline'
import type { Session } from '~/api/types'
import { referenceFilter } from '~/engine/filter/conditions'
import { FormsProvider } from '~/engine/form/Forms'
import { QuietPlace } from '~/fields/quiet'
import { DEAL, DEALS, FILES, LONG_DEAL, metadataOf } from './objects'
import { PLACES } from './specimens'

const NEVER = {
  staleTime: Infinity,
  retry: false,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
}

/** Answers to everything the parts of the kit ask for, so that the server is asked for nothing. */
function answered(session: Session, language: string, say: (key: string) => string): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: NEVER, mutations: { retry: false } } })
  client.setQueryData(sessionQuery.queryKey, session)
  client.setQueryData(metadataQuery(language).queryKey, metadataOf(say, language))
  client.setQueryData(placesQuery(language).queryKey, PLACES)
  client.setQueryData(followersOptions('deals', DEAL.id).queryKey, {
    following: true,
    count: 6,
    items: ['林悦', 'Anna Snelling', '王芳', '周启'].map((title, index) => ({ id: String(index), title })),
  })
  client.setQueryData(followersOptions('deals', LONG_DEAL.id).queryKey, { following: false, count: 0, items: [] })
  for (const { id } of [...DEALS, LONG_DEAL]) {
    client.setQueryData(rightsOptions('deals', id).queryKey, { edit: true, delete: true, assign: true })
    client.setQueryData(openOptions('deals', id).queryKey, [])
  }
  for (const [id, items] of [
    [DEAL.id, FILES],
    [LONG_DEAL.id, []],
  ] as const) {
    const page = { items: [...items], next: null, mayChange: true }
    client.setQueryData(filesOptions({ object: 'deals', id }).queryKey, { pages: [page], pageParams: [''] })
  }
  client.setQueryData(recordOptions('partners', 'partner').queryKey, {
    id: 'partner',
    version: 1,
    name: '苏州恒泰精密模具有限公司',
  })
  const sum = {
    byCurrency: [
      { amount: '2860000', currency: 'CNY' },
      { amount: '54000', currency: 'USD' },
    ],
    base: { amount: '3242640', currency: 'CNY' },
    unconverted: 0,
  }
  client.setQueryData(aggregateOptions('deals', { measure: ['sum(amount)'] }).queryKey, {
    groups: [{ 'sum(amount)': sum }],
    restricted: true,
  })
  const notes = {
    filter: referenceFilter('deal', DEAL.id),
    fields: ['subject', 'summary', 'kind'],
    limit: 5,
    sort: '-id',
  }
  client.setQueryData(firstRowsOptions('notes', notes).queryKey, {
    items: [
      { id: 'note-1', version: 1, subject: '预算确认', summary: '设备科确认预算', kind: 'indigo' },
      { id: 'note-2', version: 1, subject: String(LONG_DEAL.title), kind: 'slate' },
    ],
    next: null,
    count: { value: 2, exact: true },
  })
  return client
}

/** What is declared beside the page, in the place of a company's data. */
export function KitData({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const client = useMemo(() => answered(session, i18n.language, t), [session, i18n.language, t])
  return (
    <QueryClientProvider client={client}>
      <FormsProvider>
        <QuietPlace value>{children}</QuietPlace>
      </FormsProvider>
    </QueryClientProvider>
  )
}
