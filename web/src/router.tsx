import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { readAuditFilter } from './api/audit'
import { connection } from './api/client'
import { metadataQuery } from './api/metadata'
import { Problem } from './api/problem'
import { sessionQuery } from './api/session'
import { readListAddress } from './engine/list/address'
import { changeLanguage, isLanguageChosen, loadWords, nearestLanguage } from './i18n'
import { readSpan } from './pages/insight/span'
import { Failure, Loading } from './ui/states'

interface Context {
  queryClient: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: () => <Failure error={new Problem(404)} />,
})

interface ReturnAddress {
  next?: string
}

/** Only addresses of this console are returned to, never another site's. */
const readReturn = (search: Record<string, unknown>): ReturnAddress => {
  const { next } = search
  return typeof next === 'string' && /^\/(?!\/)/.test(next) ? { next } : {}
}

/** What the door is told by an identity provider that lets nobody in, beside where to return to. */
const readDoor = (search: Record<string, unknown>): ReturnAddress & { refused?: string; provider?: string } => ({
  ...readReturn(search),
  ...(typeof search.refused === 'string' && { refused: search.refused }),
  ...(typeof search.provider === 'string' && { provider: search.provider }),
})

/** Which identity provider was just tried, and what of the audit trail is looked for. */
const readSettings = (search: Record<string, unknown>) => ({
  ...readAuditFilter(search),
  ...(typeof search.tried === 'string' && { tried: search.tried }),
})

const IMPORT_STEPS = ['file', 'columns', 'values', 'preview'] as const

interface ImportAddress {
  object?: string
  upload?: string
  step?: (typeof IMPORT_STEPS)[number]
}

const readImportAddress = ({ object, upload, step }: Record<string, unknown>): ImportAddress => ({
  object: typeof object === 'string' ? object : undefined,
  upload: typeof upload === 'string' ? upload : undefined,
  step: IMPORT_STEPS.find((each) => each === step),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readDoor,
  component: lazyRouteComponent(() => import('./pages/SignIn'), 'SignIn'),
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/forgotten',
  component: lazyRouteComponent(() => import('./pages/Forgotten'), 'Forgotten'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/invitation/$token',
  component: lazyRouteComponent(() => import('./pages/LinkPage'), 'LinkPage'),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/reset/$token',
  component: lazyRouteComponent(() => import('./pages/LinkPage'), 'LinkPage'),
})

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  validateSearch: readReturn,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  component: lazyRouteComponent(() => import('./pages/SecondFactorGate'), 'SecondFactorGate'),
})

const changePassword = createRoute({
  getParentRoute: () => root,
  path: '/change-password',
  validateSearch: readReturn,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  component: lazyRouteComponent(() => import('./pages/ChangePassword'), 'ChangePassword'),
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    // In the language of last time, which is nearly always the one of now.
    if (isLanguageChosen()) void context.queryClient.prefetchQuery(metadataQuery(i18next.language))
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (session.mustChangePassword) throw redirect({ to: '/change-password', search: { next: location.href } })
    if (session.mustSetUpSecondFactor) throw redirect({ to: '/second-factor', search: { next: location.href } })
    if (session.language && session.language !== i18next.language)
      await changeLanguage(nearestLanguage([session.language]))
    const { tenant } = await context.queryClient.ensureQueryData(metadataQuery(i18next.language))
    // Whoever has chosen no language reads the company's, where it has one.
    if (!session.language && tenant.defaultLanguage && tenant.defaultLanguage !== i18next.language) {
      await changeLanguage(nearestLanguage([tenant.defaultLanguage]))
      await context.queryClient.ensureQueryData(metadataQuery(i18next.language))
    }
  },
  component: lazyRouteComponent(() => import('./ui/frame/Frame'), 'Frame'),
})

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home/Home'), 'Home'),
})
const insight = createRoute({
  getParentRoute: () => frame,
  path: '/insight',
  validateSearch: readSpan,
  component: lazyRouteComponent(() => import('./pages/insight/SalesOverview'), 'SalesOverview'),
})
const quality = createRoute({
  getParentRoute: () => frame,
  path: '/quality',
  validateSearch: (search: Record<string, unknown>): { object?: string } =>
    typeof search.object === 'string' ? { object: search.object } : {},
  component: lazyRouteComponent(() => import('./pages/quality/Quality'), 'Quality'),
})
const duplicates = createRoute({
  getParentRoute: () => frame,
  path: '/duplicates',
  validateSearch: (search: Record<string, unknown>): { object?: string; state?: 'dismissed' } => ({
    ...(typeof search.object === 'string' && { object: search.object }),
    ...(search.state === 'dismissed' && { state: search.state }),
  }),
  component: lazyRouteComponent(() => import('./pages/duplicates/Duplicates'), 'Duplicates'),
})
const recycleBin = createRoute({
  getParentRoute: () => frame,
  path: '/recycle-bin',
  validateSearch: (search: Record<string, unknown>): { object?: string } =>
    typeof search.object === 'string' ? { object: search.object } : {},
  component: lazyRouteComponent(() => import('./engine/bin/RecycleBin'), 'RecycleBin'),
})
const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./pages/jobs/Jobs'), 'Jobs'),
})
const job = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$id',
  component: lazyRouteComponent(() => import('./pages/jobs/JobPage'), 'JobPage'),
})
const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  validateSearch: readImportAddress,
  component: lazyRouteComponent(() => import('./pages/imports/Imports'), 'Imports'),
})
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/segments',
  component: lazyRouteComponent(() => import('./pages/segments/Segments'), 'Segments'),
})
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/Settings'), 'Settings'),
})
const settingsSection = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$section',
  validateSearch: readSettings,
  component: lazyRouteComponent(() => import('./pages/settings/Settings'), 'Settings'),
})
const settingsPart = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$section/$id',
  component: lazyRouteComponent(() => import('./pages/settings/Settings'), 'Settings'),
})
const kit = createRoute({
  getParentRoute: () => frame,
  path: '/kit',
  component: lazyRouteComponent(async () => {
    const [kit] = await Promise.all([import('./pages/kit/Kit'), loadWords('kit')])
    return kit
  }, 'Kit'),
})
const library = createRoute({
  getParentRoute: () => frame,
  path: '/library',
  validateSearch: (search: Record<string, unknown>): { folder?: string } =>
    typeof search.folder === 'string' ? { folder: search.folder } : {},
  component: lazyRouteComponent(() => import('./pages/library/Library'), 'Library'),
})
const list = createRoute({
  getParentRoute: () => frame,
  path: '/$object',
  validateSearch: readListAddress,
  component: lazyRouteComponent(() => import('./engine/list/ListPage'), 'ListPage'),
})
const record = createRoute({
  getParentRoute: () => frame,
  path: '/$object/$id',
  component: lazyRouteComponent(() => import('./engine/record/RecordPage'), 'RecordPage'),
})

const tree = root.addChildren([
  signIn,
  forgotten,
  invitation,
  reset,
  changePassword,
  secondFactor,
  frame.addChildren([
    home,
    insight,
    quality,
    duplicates,
    recycleBin,
    imports,
    segments,
    jobs,
    job,
    settings,
    settingsSection,
    settingsPart,
    kit,
    library,
    list,
    record,
  ]),
])

/** How a list shows its records loads apart from the list's page. */
const VIEWS = {
  list: () => import('./engine/list/ObjectList'),
  board: () => import('./engine/board/BoardPage'),
  calendar: () => import('./engine/calendar/CalendarPage'),
  chart: () => import('./engine/chart/ChartPage'),
}

/** Where a session that lacks something gets it. */
const UNFINISHED = {
  'password-change-required': '/change-password',
  'second-factor-setup-required': '/second-factor',
} as const

export function createConsoleRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
  const routes: Record<string, AnyRoute | undefined> = router.routesById
  // The parts of a page are fetched while one finds out who is there, not after it.
  router.subscribe('onBeforeNavigate', ({ toLocation }) => {
    const ids: string[] = router.matchRoutes(toLocation).map(({ routeId }) => routeId)
    const parts: unknown[] = ids.flatMap((id) => routes[id] ?? []).map((route) => router.loadRouteChunk(route))
    if (ids.includes(list.id)) parts.push(VIEWS[readListAddress(toLocation.search).view ?? 'list']())
    // What cannot be fetched now the page asks for again, and tells when it fails.
    void Promise.allSettled(parts)
  })
  connection.onLocked = (problem) => {
    const { pathname, href } = router.state.location
    const to = problem.status === 401 ? '/sign-in' : UNFINISHED[problem.code as keyof typeof UNFINISHED]
    if (pathname.startsWith('/sign-in') || pathname === to) return
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.navigate({ to, search: { next: href } })
  }
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
