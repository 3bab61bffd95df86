import { Suspense, useEffect, useState } from 'react'
import { connection } from '~/api/client'
import { later } from '../later'

const PasswordDialog = later(async () => (await import('../PasswordDialog')).PasswordDialog)

/** Asks for the password once more where a record holds something that nobody but its person may change. */
export function ConfirmationOfSaves() {
  const [asked, setAsked] = useState<{ answer: (given: boolean) => void }>()
  useEffect(() => {
    const before = connection.confirm
    connection.confirm = () => new Promise((answer) => setAsked({ answer }))
    return () => {
      connection.confirm = before
    }
  }, [])
  if (!asked) return null
  const close = (given: boolean) => {
    setAsked(undefined)
    asked.answer(given)
  }
  return (
    <Suspense>
      <PasswordDialog onDone={() => close(true)} onClose={() => close(false)} />
    </Suspense>
  )
}
