import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useBlocker } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { roleOptions, type Role } from '~/api/roles'
import { Failure, SkeletonRows } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { FieldsDrawer } from './FieldsDrawer'
import { GrantTable } from './GrantTable'
import { RoleActions } from './RoleActions'
import { RoleConflict } from './RoleConflict'
import { RoleFields } from './RoleFields'
import { useRoleDraft } from './useRoleDraft'

type Saved = Role & { id: string }

function SaveBar({ role }: { role: ReturnType<typeof useRoleDraft> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = async () => {
    if (await role.submit()) message.success(t('settings.saved'))
  }
  const { problem } = role
  return (
    <div className="role-foot">
      <span className="grow sub" role={problem ? 'alert' : 'status'}>
        {problem ? (
          <span className="field-error">
            {problem.errors.map((error) => error.message).join(' ') || problem.message || t('state.offlineDetail')}
          </span>
        ) : (
          role.changed && t('rights.unsaved', { count: role.changedGrants.length })
        )}
      </span>
      <Button disabled={!role.changed} onClick={role.discard}>
        {t('rights.discard')}
      </Button>
      <Button type="primary" disabled={!role.changed} loading={role.isPending} onClick={() => void save()}>
        {t('action.save')}
      </Button>
    </div>
  )
}

function RoleEditor({ saved }: { saved: Saved }) {
  const { t } = useTranslation()
  usePageTitle(saved.name)
  const catalog = useCatalog()
  const role = useRoleDraft(saved)
  const [fieldsOf, setFieldsOf] = useState<string>()
  const [fieldsOpen, setFieldsOpen] = useState(false)
  useBlocker({
    shouldBlockFn: () => role.changed && !window.confirm(t('rights.leave')),
    enableBeforeUnload: () => role.changed,
  })
  const object = fieldsOf ? catalog.object(fieldsOf) : undefined
  const grant = role.draft.grants.find((each) => each.object === fieldsOf)
  const showFields = (name: string) => {
    setFieldsOf(name)
    setFieldsOpen(true)
  }
  return (
    <div className="role-editor">
      <nav className="role-head" aria-label={t('record.breadcrumb')}>
        <Link to="/settings">{t('page.settings')}</Link>
        <span aria-hidden>/</span>
        <Link to="/settings/$section" params={{ section: 'roles' }}>
          {t('settings.roles')}
        </Link>
        <span aria-hidden>/</span>
        <h1 className="ellipsis">{saved.name}</h1>
        {saved.code && <span className="pill">{t('rights.readyMade')}</span>}
        <span className="grow" />
        <RoleActions role={saved} onReset={role.adopt} />
      </nav>
      <RoleFields role={role} />
      {role.theirs && <RoleConflict role={role} theirs={role.theirs} />}
      <p className="sub">{t('rights.howTo')}</p>
      <GrantTable grants={role.draft.grants} onChange={role.setGrant} onFields={showFields} />
      {object && grant && (
        <FieldsDrawer
          object={object}
          grant={grant}
          open={fieldsOpen}
          onChange={role.setGrant}
          onClose={() => setFieldsOpen(false)}
        />
      )}
      <SaveBar role={role} />
    </div>
  )
}

export function RolePage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ ...roleOptions(id), refetchOnWindowFocus: false })
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data?.id)
    return (
      <div className="card">
        <SkeletonRows rows={10} />
      </div>
    )
  return <RoleEditor saved={{ ...data, id: data.id }} />
}
