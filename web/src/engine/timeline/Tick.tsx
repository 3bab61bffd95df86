import { App, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { usePatch } from '~/api/records'
import type { RecordEntry } from '~/api/timeline'
import type { ObjectType } from '~/api/types'
import { finishingOf } from '../shared/finishing'

/** Ends a record, or opens it again. */
export function Tick({ object, entry }: { object: ObjectType; entry: RecordEntry }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const patch = usePatch(object.name)
  const finishing = finishingOf(object)
  if (!finishing) return null
  const { state, done, open } = finishing
  const isDone = done.includes(String(entry.values[state.name]))
  return (
    <Checkbox
      aria-label={t(isDone ? 'timeline.reopen' : 'home.finish', { title: entry.record.title })}
      checked={isDone}
      disabled={patch.isPending || !object.rights.edit || !state.writable}
      onChange={() =>
        patch.mutate(
          { id: entry.record.id, version: entry.values.version, values: { [state.name]: isDone ? open : done[0] } },
          { onError: (error) => message.error(asProblem(error).message || t('state.failed')) },
        )
      }
    />
  )
}
