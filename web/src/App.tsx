import { App as Messages, ConfigProvider } from 'antd'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from './api/problem'
import { noteWrite } from './api/records'
import { antdLocale } from './i18n'
import { createConsoleRouter } from './router'
import { themeOf } from './ui/theme'
import { ThemeModeProvider, useThemeMode } from './ui/ThemeMode'
import { useMedia } from './ui/useMedia'
import './ui/busy.css'

const RETRIES = 2

export const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: noteWrite }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only what may pass by itself is tried again.
      retry: (failures, error) => {
        const { status } = asProblem(error)
        return (status === 0 || status >= 500) && failures < RETRIES
      },
    },
  },
})

/** What turns while a button is busy goes at once when it no longer is, and is no part of the button's name. */
const BUTTONS = { autoInsertSpace: false, loadingIcon: <LoaderCircle size={15} className="turning" aria-hidden /> }

const router = createConsoleRouter(queryClient)

function Themed() {
  const { i18n } = useTranslation()
  const { mode } = useThemeMode()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  return (
    <ConfigProvider
      theme={themeOf(mode, !still)}
      locale={antdLocale(i18n.language)}
      button={BUTTONS}
      input={{ autoComplete: 'off' }}
    >
      <Messages component={false} message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </Messages>
    </ConfigProvider>
  )
}

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <ThemeModeProvider>
      <Themed />
    </ThemeModeProvider>
  </QueryClientProvider>
)
