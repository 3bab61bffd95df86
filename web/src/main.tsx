import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, queryClient } from './App'
import { Problem } from './api/problem'
import { watchReach } from './api/reach'
import { sessionQuery } from './api/session'
import { startLanguage } from './i18n'
import { nameLists } from './ui/listNames'
import { storedPreference } from './ui/ThemeMode'
import './ui/global.css'

const preference = storedPreference()
if (preference !== 'system') document.documentElement.dataset.theme = preference

watchReach()
nameLists()
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))

// Who is there is found out while the words come.
if (!location.pathname.startsWith('/sign-in')) void queryClient.prefetchQuery(sessionQuery)
await startLanguage()
const root = document.getElementById('root')
if (root)
  createRoot(root, {
    // What the server refused is told on the page, in words.
    onCaughtError: (error) => {
      if (!(error instanceof Problem)) console.error(error)
    },
  }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
