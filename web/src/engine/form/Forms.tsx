import { createContext, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import type { RecordData } from '~/api/types'
import { later } from '~/ui/later'

const FormDrawer = later(async () => (await import('./FormDrawer')).FormDrawer)

export interface FormRequest {
  object: string
  /** Values to begin with, of a new record. */
  values?: Record<string, unknown>
  /** The record to change; absent for a new one. */
  record?: RecordData
  /** The attribute somebody means to give; else the first. */
  focus?: string
}

interface Forms {
  create: (object: string, values?: Record<string, unknown>) => void
  edit: (object: string, record: RecordData, focus?: string) => void
}

const Context = createContext<Forms | null>(null)

/** Lets any page open the form of any object over itself. */
export function FormsProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<FormRequest>()
  const [open, setOpen] = useState(false)
  const [opening, setOpening] = useState(0)
  const forms = useMemo<Forms>(() => {
    const show = (next: FormRequest) => {
      setRequest(next)
      setOpening((count) => count + 1)
      setOpen(true)
    }
    return {
      create: (object, values) => show({ object, values }),
      edit: (object, record, focus) => show({ object, record, focus }),
    }
  }, [])
  return (
    <Context value={forms}>
      {children}
      {request && (
        <Suspense>
          <FormDrawer key={opening} request={request} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Context>
  )
}

export function useForms(): Forms {
  const forms = use(Context)
  if (!forms) throw new Error('useForms outside of FormsProvider')
  return forms
}
