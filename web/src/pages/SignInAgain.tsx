import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { expiry } from '~/api/expiry'
import { useSession } from '~/api/session'
import { later } from '~/ui/later'

const AgainDialog = later(async () => (await import('./AgainDialog')).AgainDialog)

/** Asks who is there over the page that is open, whose content is hidden meanwhile; what was begun goes on. */
export function SignInAgain() {
  const over = useSyncExternalStore(expiry.over.subscribe, expiry.over.snapshot)
  const { viewedBy } = useSession()
  const [asked, setAsked] = useState(over)
  if (over && !asked) setAsked(true)
  // Who looks at another's console is not who the session says they are.
  useEffect(() => (viewedBy ? undefined : expiry.guard()), [viewedBy])
  return (
    asked && (
      <Suspense>
        <AgainDialog open={over} />
      </Suspense>
    )
  )
}
