import { Suspense, useState, type ReactNode } from 'react'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { later } from './later'

const PasswordDialog = later(async () => (await import('./PasswordDialog')).PasswordDialog)

/** Does what is sensitive, and asks for the password first where that was given too long ago. */
export function useConfirmation(): [(action: () => Promise<unknown>) => Promise<void>, ReactNode] {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [waiting, setWaiting] = useState<{ action: () => Promise<unknown> }>()
  const run = async (action: () => Promise<unknown>) => {
    try {
      await action()
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'confirmation-required') setWaiting({ action })
      else message.error(problem.message || t('state.offlineDetail'))
    }
  }
  const dialog = waiting && (
    <Suspense>
      <PasswordDialog
        onClose={() => setWaiting(undefined)}
        onDone={() => {
          setWaiting(undefined)
          void run(waiting.action)
        }}
      />
    </Suspense>
  )
  return [run, dialog]
}
