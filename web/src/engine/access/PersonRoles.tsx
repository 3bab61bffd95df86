import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { rolesOfPersonOptions, rolesOptions, useGiveRoles, type Role } from '~/api/roles'
import type { RecordData } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { ViewAsButton } from './ViewAs'
import '../filter/filter.css'
import './access.css'

type Given = Role & { id: string }

const isGiven = (role: Role): role is Given => role.id !== null

function Chips({ person, given, all }: { person: string; given: string[]; all: Given[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const give = useGiveRoles(person)
  const own = all.filter(({ id }) => given.includes(id))
  const others = all.filter(({ id }) => !given.includes(id))
  const initial = all.find((role) => role.initial)
  const save = (ids: string[]) =>
    give.mutate(ids, { onError: (error) => message.error(asProblem(error).message || t('state.failed')) })
  return (
    <div className="person-roles" aria-busy={give.isPending}>
      {own.map(({ id, name }) => (
        <span key={id} className="chip">
          <Link className="quiet-link" to="/settings/$section/$id" params={{ section: 'roles', id }}>
            {name}
          </Link>
          <button
            type="button"
            className="plain remove"
            aria-label={t('rights.takeRole', { name })}
            disabled={give.isPending}
            onClick={() => save(given.filter((each) => each !== id))}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
      {own.length === 0 && initial && <span className="sub">{t('rights.noRole', { name: initial.name })}</span>}
      <Select
        className="add-role"
        size="small"
        aria-label={t('rights.giveRole')}
        placeholder={t('rights.giveRole')}
        value={null}
        disabled={give.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={others.map(({ id, name }) => ({ value: id, label: name, title: name }))}
        onChange={(id: string | null) => id && save([...given, id])}
      />
    </div>
  )
}

/** What somebody may, as the roles they have; for administrators. */
export function PersonRoles({ record }: { record: RecordData }) {
  const { t } = useTranslation()
  const roles = useQuery(rolesOptions)
  const given = useQuery(rolesOfPersonOptions(record.id))
  const error = roles.error ?? given.error
  return (
    <section className="card" aria-label={t('settings.roles')}>
      <header>
        <h2>{t('settings.roles')}</h2>
        <span className="grow" />
        <ViewAsButton person={record} />
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void Promise.all([roles.refetch(), given.refetch()])} />
      ) : roles.data && given.data ? (
        <>
          {record.administrator === true && <p className="nothing">{t('rights.administrator')}</p>}
          <Chips person={record.id} given={given.data.roles} all={roles.data.items.filter(isGiven)} />
        </>
      ) : (
        <SkeletonRows rows={2} />
      )}
    </section>
  )
}
