import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ChevronRight, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { rolesOptions, type Role } from '~/api/roles'
import { Failure, SkeletonRows } from '~/ui/states'
import { NewRole } from './NewRole'
import { RolePage } from './RolePage'
import './rights.css'

function Marks({ role }: { role: Role }) {
  const { t } = useTranslation()
  return (
    <>
      {role.code && <span className="pill">{t('rights.readyMade')}</span>}
      {role.changed && <span className="pill ochre">{t('rights.changed')}</span>}
      {role.initial && (
        <span className="pill jade" title={t('rights.initialHelp')}>
          {t('rights.initial')}
        </span>
      )}
    </>
  )
}

function RoleRow({ role }: { role: Role }) {
  const { t } = useTranslation()
  const what = (
    <>
      <span className="role-what">
        <span className="role-name">
          <b>{role.name}</b>
          <Marks role={role} />
        </span>
        {role.description && <span className="sub">{role.description}</span>}
      </span>
      <span className="sub num">{t('rights.people', { count: role.people })}</span>
    </>
  )
  return (
    <li>
      {role.id ? (
        <Link className="item role" to="/settings/$section/$id" params={{ section: 'roles', id: role.id }}>
          {what}
          <ChevronRight size={15} aria-hidden />
        </Link>
      ) : (
        <div className="item role">{what}</div>
      )}
    </li>
  )
}

function RoleList() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const { data, error, refetch } = useQuery(rolesOptions)
  return (
    <section className="card" aria-label={t('settings.roles')}>
      <header>
        <span className="grow">{t('rights.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setCreating(true)}>
          {t('rights.newRole')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <ul>
          {data.items.map((role) => (
            <RoleRow key={role.id ?? role.code} role={role} />
          ))}
        </ul>
      )}
      {creating && data && <NewRole roles={data.items} onClose={() => setCreating(false)} />}
    </section>
  )
}

export function Roles() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id ? <RolePage key={id} id={id} /> : <RoleList />
}
