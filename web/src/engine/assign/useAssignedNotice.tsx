import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Assigned } from '~/api/assign'
import { useCatalog, type Catalog } from '~/api/metadata'
import { recordsChanged } from '~/api/records'
import { UNDO_SECONDS, useJobNotice } from '../shared/useJobNotice'

/** "Contacts 3 · Opportunities 1", and what stayed. */
function wordsOf(answer: Assigned, catalog: Catalog): string[] {
  const [, ...along] = answer.moved
  const label = (object: string) => catalog.object(object)?.pluralLabel ?? object
  const moved = along.filter((each) => each.moved > 0).map((each) => `${label(each.object)} ${each.moved}`)
  const stayed = along.flatMap((each) =>
    each.why.map((reason) => `${label(each.object)} ${reason.count}: ${reason.message}`),
  )
  return [...(moved.length ? [moved.join(' · ')] : []), ...stayed]
}

/** Tells what has been given away, and takes it back from the message. */
export function useAssignedNotice() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const client = useQueryClient()
  const catalog = useCatalog()
  const { watch, undoButton } = useJobNotice()

  /** What was done while one waited. */
  const tell = (answer: Assigned) => {
    void recordsChanged(client)
    const key = crypto.randomUUID()
    const words = wordsOf(answer, catalog)
    notification.info({
      key,
      title: t(answer.job ? 'assign.done' : 'assign.nothing'),
      description: words.length > 0 ? words.map((each) => <div key={each}>{each}</div>) : undefined,
      duration: UNDO_SECONDS,
      placement: 'bottom',
      actions: answer.job ? undoButton(key, answer.job) : undefined,
    })
  }
  return { watch: (job: string) => watch(job, { running: 'assign.running', done: 'assign.done' }), tell }
}
