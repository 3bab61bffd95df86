import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Failure, SkeletonRows } from '~/ui/states'
import { PersonRow } from './PersonRow'
import { membersOptions, peopleOptions, referenceOf } from './sources'
import { targetsOf, within, type Department } from './tree'
import { useMove } from './useMove'

/** Puts a department below another one, or at the top. */
function MoveTo({ department, tree }: { department: Department; tree: readonly Department[] }) {
  const { t } = useTranslation()
  const { move, isPending } = useMove(tree)
  return (
    <Select
      className="move-to"
      aria-label={t('organisation.moveTo')}
      placeholder={t('organisation.moveTo')}
      value={null}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('organisation.top') },
        ...targetsOf(tree, department).map(({ id, name }) => ({ value: id, label: name, title: name })),
      ]}
      onChange={(parent: string | null) => void move(department, parent || undefined)}
    />
  )
}

function People({ departments }: { departments: readonly string[] }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(peopleOptions(departments))
  const { data: members } = useQuery(membersOptions(departments))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const main = new Set(data.items.map(({ id }) => id))
  const also = (members?.items ?? []).flatMap((row) => {
    const person = referenceOf(row, 'person')
    return person && !main.has(person.id) ? [{ row, person }] : []
  })
  if (data.items.length + also.length === 0) return <p className="nothing">{t('organisation.noPeople')}</p>
  return (
    <>
      {data.items.map((row) => (
        <PersonRow
          key={row.id}
          person={{ id: row.id, title: String(row.name) }}
          words={[row.position as string, departments.length > 1 ? referenceOf(row, 'department')?.title : undefined]}
        />
      ))}
      {also.map(({ row, person }) => (
        <PersonRow
          key={row.id}
          person={person}
          words={[row.position as string, departments.length > 1 ? referenceOf(row, 'department')?.title : undefined]}
          note={t('organisation.also')}
        />
      ))}
    </>
  )
}

/** One department: who leads it, where it lies, and who works there. */
export function DepartmentPane({ department, tree }: { department: Department; tree: readonly Department[] }) {
  const { t } = useTranslation()
  const editable = useCatalog().object('departments')?.rights.edit
  const [below, setBelow] = useState(true)
  const departments = (below ? within(department) : [department]).map(({ id }) => id)
  return (
    <section className="card department-pane" aria-label={department.name}>
      <header>
        <h2>
          <Link className="quiet-link" to="/$object/$id" params={{ object: 'departments', id: department.id }}>
            {department.name}
          </Link>
        </h2>
        <span className="grow" />
        {editable && <MoveTo department={department} tree={tree} />}
      </header>
      <div className="department-facts">
        <span>
          {department.manager ? `${t('organisation.head')} · ${department.manager.title}` : t('organisation.noHead')}
        </span>
        <span className="sub">
          {t('organisation.people', { count: department.people })}
          {department.children.length > 0 && ` · ${t('organisation.peopleBelow', { count: department.peopleBelow })}`}
        </span>
        {department.children.length > 0 && (
          <label>
            <Switch size="small" checked={below} onChange={setBelow} /> {t('organisation.withBelow')}
          </label>
        )}
      </div>
      <People departments={departments} />
    </section>
  )
}
