import { useId, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useCreateRole, type Role } from '~/api/roles'

interface NewRoleProps {
  roles: readonly Role[]
  /** The role to begin with. */
  from?: Role
  onClose: () => void
}

/** A role begins as a copy of another one, or as nothing at all. */
export function NewRole({ roles, from, onClose }: NewRoleProps) {
  const { t } = useTranslation()
  const id = useId()
  const navigate = useNavigate()
  const create = useCreateRole()
  const [name, setName] = useState(from ? t('rights.copyName', { name: from.name }) : '')
  const [source, setSource] = useState(from?.id ?? '')
  const problem = create.error ? asProblem(create.error) : undefined
  const complaint = problem && (problem.errors[0]?.message || problem.message || t('state.offline'))
  const submit = () => {
    const copied = roles.find((role) => role.id === source)
    create.mutate(
      { name, description: copied?.description ?? null, initial: false, grants: copied?.grants ?? [] },
      {
        onSuccess: (role) =>
          void navigate({ to: '/settings/$section/$id', params: { section: 'roles', id: role.id ?? '' } }),
      },
    )
  }
  return (
    <Modal
      open
      title={t('rights.newRole')}
      okText={t('action.create')}
      okButtonProps={{ disabled: name.trim() === '', loading: create.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) submit()
        }}
      >
        <label htmlFor={`${id}-name`}>{t('rights.name')}</label>
        <Input
          id={`${id}-name`}
          autoFocus
          maxLength={60}
          value={name}
          status={complaint ? 'error' : undefined}
          aria-invalid={Boolean(complaint)}
          aria-describedby={complaint ? `${id}-note` : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        {complaint && (
          <p className="field-error" id={`${id}-note`} role="alert">
            {complaint}
          </p>
        )}
        <label htmlFor={`${id}-from`}>{t('rights.beginWith')}</label>
        <Select
          id={`${id}-from`}
          className="fill"
          value={source}
          onChange={setSource}
          options={[
            { value: '', label: t('rights.beginEmpty') },
            ...roles.flatMap((role) => (role.id ? [{ value: role.id, label: role.name }] : [])),
          ]}
        />
      </form>
    </Modal>
  )
}
