import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { Copy, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { rolesOptions, useDeleteRole, useResetRole, type Role } from '~/api/roles'
import { NewRole } from './NewRole'

interface RoleActionsProps {
  role: Role & { id: string }
  onReset: (role: Role) => void
}

/** What can be done with a role as a whole. */
export function RoleActions({ role, onReset }: RoleActionsProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [copying, setCopying] = useState(false)
  const { data } = useQuery(rolesOptions)
  const reset = useResetRole(role.id)
  const remove = useDeleteRole(role.id)
  const onError = (error: Error) => message.error(asProblem(error).message || t('state.failed'))
  return (
    <>
      <Button size="small" icon={<Copy size={14} aria-hidden />} disabled={!data} onClick={() => setCopying(true)}>
        {t('rights.copy')}
      </Button>
      {role.code && role.changed && (
        <Popconfirm
          placement="bottomRight"
          title={t('rights.resetQuestion')}
          okText={t('rights.reset')}
          onConfirm={() => reset.mutate(role.version, { onSuccess: onReset, onError })}
        >
          <Button size="small" icon={<RotateCcw size={14} aria-hidden />} loading={reset.isPending}>
            {t('rights.reset')}
          </Button>
        </Popconfirm>
      )}
      {!role.code && !role.initial && (
        <Popconfirm
          placement="bottomRight"
          title={t('rights.deleteQuestion', { count: role.people })}
          okText={t('action.delete')}
          okButtonProps={{ danger: true }}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSuccess: () =>
                void navigate({ to: '/settings/$section', params: { section: 'roles' }, ignoreBlocker: true }),
              onError,
            })
          }
        >
          <Button size="small" danger icon={<Trash2 size={14} aria-hidden />} loading={remove.isPending}>
            {t('action.delete')}
          </Button>
        </Popconfirm>
      )}
      {copying && data && <NewRole roles={data.items} from={role} onClose={() => setCopying(false)} />}
    </>
  )
}
