import { useState } from 'react'
import { App } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { layoutsOptions, useSaveLayouts, type Layouts, type LayoutsInput } from '~/api/layouts'
import { asProblem } from '~/api/problem'

/** What is being settled about one object, until it is saved or given up. */
export function useLayoutsDraft(object: string) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const query = useQuery(layoutsOptions(object))
  const save = useSaveLayouts(object)
  const [draft, setDraft] = useState<LayoutsInput>()
  /** What a draft began with: somebody else may have saved since. */
  const [base, setBase] = useState<Layouts>()
  const settled = draft && base ? base : query.data
  const problem = save.error ? asProblem(save.error) : undefined
  const discard = () => {
    setDraft(undefined)
    setBase(undefined)
    save.reset()
  }
  return {
    query,
    settled,
    input: draft ?? settled,
    changed: draft !== undefined,
    change: (next: LayoutsInput) => {
      if (!draft) setBase(query.data)
      setDraft(next)
    },
    discard,
    saving: save.isPending,
    save: () => {
      if (!draft || !settled || save.isPending) return
      save.mutate(
        {
          kind: draft.kind,
          layouts: draft.layouts,
          rules: draft.rules,
          offers: draft.offers,
          version: settled.version,
        },
        {
          onSuccess: () => {
            discard()
            message.success(t('settings.saved'))
          },
        },
      )
    },
    problem,
    /** What somebody else has saved meanwhile. */
    theirs: problem?.status === 412,
    takeTheirs: () => {
      discard()
      void query.refetch()
    },
  }
}

export type LayoutsDraft = ReturnType<typeof useLayoutsDraft>
