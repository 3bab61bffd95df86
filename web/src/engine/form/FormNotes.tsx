import { Alert, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { Conflict } from '../shared/Conflict'
import type { RecordForm } from './useRecordForm'

interface Candidate {
  id: string
  title?: string
  reasons?: string[]
}

interface FormNotesProps {
  object: ObjectType
  form: RecordForm
  onSave: (options: { allowDuplicates?: boolean; version?: number }) => void
}

/** Records that seem to be the same as the one being made. */
function Duplicates({
  object,
  candidates,
  onAnyway,
}: {
  object: ObjectType
  candidates: Candidate[]
  onAnyway: () => void
}) {
  const { t } = useTranslation()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('form.duplicates')}
      description={
        <>
          <ul>
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <Link to="/$object/$id" params={{ object: object.name, id: candidate.id }} target="_blank">
                  {candidate.title ?? candidate.id}
                </Link>
                {candidate.reasons && <span className="sub"> {candidate.reasons.join(' · ')}</span>}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={onAnyway}>
            {t('form.createAnyway')}
          </Button>
        </>
      }
    />
  )
}

/** What concerns the form as a whole: a draft that came back, an objection of the server, somebody else's change. */
export function FormNotes({ object, form, onSave }: FormNotesProps) {
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
  const candidates = problem?.status === 409 ? (problem.members.candidates as Candidate[] | undefined) : undefined
  if (candidates?.length)
    return <Duplicates object={object} candidates={candidates} onAnyway={() => onSave({ allowDuplicates: true })} />
  if (problem) {
    const unplaced = problem.errors.filter(
      (error) => !object.attributes.some((attribute) => error.path.startsWith(attribute.name)),
    )
    const description =
      unplaced.map((error) => error.message).join(' ') || (problem.errors.length ? undefined : problem.detail)
    const title = problem.isOffline ? t('state.offline') : problem.title || t('state.failed')
    return (
      <Alert
        type="error"
        showIcon
        title={title}
        description={problem.isOffline ? t('form.offline') : description || undefined}
      />
    )
  }
  if (form.restored) {
    return (
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
    )
  }
  return null
}
