import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useForms } from '~/engine/form/Forms'
import { asProblem } from '~/api/problem'
import { firstRowsOptions, usePatch } from '~/api/records'
import type { RecordData, Reference } from '~/api/types'
import { formatNearDate, localDay } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { Failure, SkeletonRows } from '~/ui/states'
import { MINE } from '~/engine/shared/people'
import { all, type TaskSource } from './sources'

const SHOWN = 8

function TaskRow({ source, task }: { source: TaskSource; task: RecordData }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const { object, due, state, done } = source
  const patch = usePatch(object.name)
  const day = due && typeof task[due.name] === 'string' ? String(task[due.name]) : undefined
  const today = localDay(new Date())
  const about = Object.entries(task).find(
    ([name, value]) => name !== 'owner' && value && typeof value === 'object' && 'title' in value,
  )?.[1] as Reference | undefined
  const title = titleOf(task, object.title)
  const finish = () => {
    if (!state || !done) return
    patch.mutate(
      { id: task.id, version: task.version, values: { [state.name]: done } },
      {
        onSuccess: () => message.success(t('home.taskDone')),
        onError: (error) => message.error(asProblem(error).message || t('state.failed')),
      },
    )
  }
  return (
    <div className="item">
      {state?.writable && done && object.rights.edit && (
        <Checkbox
          aria-label={t('home.finish', { title })}
          checked={patch.isPending || patch.isSuccess}
          disabled={patch.isPending}
          onChange={finish}
        />
      )}
      <Link
        className="quiet-link ellipsis task"
        to="/$object/$id"
        params={{ object: object.name, id: task.id }}
        title={title}
      >
        {title}
      </Link>
      {about && (
        <span className="sub ellipsis about" title={about.title}>
          {about.title}
        </span>
      )}
      <span className="grow" />
      {day && (
        <time dateTime={day} className={day < today ? 'pill cinnabar' : day === today ? 'pill ochre' : 'sub'}>
          {day === today ? t('home.today') : formatNearDate(day, i18n.language)}
        </time>
      )}
    </div>
  )
}

export function MyTasks({ source }: { source: TaskSource }) {
  const { t } = useTranslation()
  const forms = useForms()
  const { object, due, unfinished, sort } = source
  const filter = all(MINE, unfinished)
  const references = object.columns.filter((name) =>
    object.attributes.some((each) => each.name === name && each.type === 'reference' && !each.toPerson),
  )
  const fields = [object.title, ...(due ? [due.name] : []), ...references]
  const { data, error, refetch } = useQuery(firstRowsOptions(object.name, { filter, sort, fields, limit: SHOWN }))
  return (
    <section className="card" aria-label={t('home.tasks')}>
      <header>
        <h2>{t('home.tasks')}</h2>
        {data?.count && (
          <span>
            {data.count.value}
            {!data.count.exact && '+'}
          </span>
        )}
        <span className="grow" />
        <Link to="/$object" params={{ object: object.name }} search={{ filter }}>
          {t('record.all')}
        </Link>
        {object.rights.create && (
          <Button
            type="text"
            size="small"
            icon={<Plus size={15} />}
            aria-label={t('action.createOne', { label: object.label })}
            onClick={() => forms.create(object.name)}
          />
        )}
      </header>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={5} /> : null}
      {data?.items.map((task) => (
        <TaskRow key={`${task.id}.${task.version}`} source={source} task={task} />
      ))}
      {data?.items.length === 0 && <p className="nothing">{t('home.noTasks')}</p>}
    </section>
  )
}
