import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lookalike } from '~/api/duplicates'
import type { ObjectType } from '~/api/types'
import { Conflict } from '../shared/Conflict'
import { LookalikeList } from './LookalikeList'
import { TypedLookalikes } from './TypedLookalikes'
import type { RecordForm } from './useRecordForm'

interface FormNotesProps {
  object: ObjectType
  form: RecordForm
  /** The record that is changed; none for a new one. */
  id?: string
  onSave: (options: { allowDuplicates?: boolean; version?: number }) => void
}

/** Records that seem to be the same as the one being made. */
function Duplicates({
  object,
  candidates,
  isNew,
  onAnyway,
}: {
  object: ObjectType
  candidates: Lookalike[]
  isNew: boolean
  /** Not given to those who may not insist. */
  onAnyway?: () => void
}) {
  const { t } = useTranslation()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('form.duplicates')}
      description={
        <>
          <LookalikeList object={object} lookalikes={candidates} />
          {onAnyway ? (
            <Button size="small" onClick={onAnyway}>
              {t(isNew ? 'form.createAnyway' : 'duplicates.saveAnyway')}
            </Button>
          ) : (
            <>
              {t('duplicates.mayNotInsist')}{' '}
              {t(candidates.some(({ id }) => id) ? 'duplicates.openThat' : 'duplicates.askOwner')}
            </>
          )}
        </>
      }
    />
  )
}

/** What concerns the form as a whole: a draft that came back, an objection of the server, somebody else's change. */
export function FormNotes({ object, form, id, onSave }: FormNotesProps) {
  const { t } = useTranslation()
  const { problem, current } = form
  if (current) {
    return (
      <Conflict
        object={object}
        current={current}
        mine={form.typed}
        onTheirs={form.takeTheirs}
        onMine={() => onSave({ version: current.version })}
      />
    )
  }
  const candidates = problem?.status === 409 ? (problem.members.candidates as Lookalike[] | undefined) : undefined
  if (candidates?.length)
    return (
      <Duplicates
        object={object}
        candidates={candidates}
        isNew={!id}
        onAnyway={problem?.members.mayInsist === false ? undefined : () => onSave({ allowDuplicates: true })}
      />
    )
  const alike = object.compared?.length ? <TypedLookalikes object={object} form={form} id={id} /> : null
  if (problem) {
    const unplaced = problem.errors.filter(
      (error) => !object.attributes.some((attribute) => error.path.startsWith(attribute.name)),
    )
    const description =
      unplaced.map((error) => error.message).join(' ') || (problem.errors.length ? undefined : problem.detail)
    const title = problem.isOffline ? t('state.offline') : problem.title || t('state.failed')
    return (
      <>
        <Alert
          type="error"
          showIcon
          title={title}
          description={problem.isOffline ? t('form.offline') : description || undefined}
        />
        {alike}
      </>
    )
  }
  if (form.restored) {
    return (
      <>
        <Alert
          type="info"
          showIcon
          title={t('form.restored')}
          action={
            <Button size="small" type="text" onClick={form.discard}>
              {t('action.discard')}
            </Button>
          }
        />
        {alike}
      </>
    )
  }
  return alike
}
