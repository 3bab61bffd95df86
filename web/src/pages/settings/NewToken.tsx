import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCreateToken } from '~/api/account'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { rolesOptions } from '~/api/roles'
import { useSession } from '~/api/session'
import { Secret } from '~/ui/Secret'
import { useConfirmation } from '~/ui/useConfirmation'

const LIFETIMES = [30, 90, 365] as const
const DAY_MS = 86_400_000

/** Makes a token and shows it this once: the server keeps only its trace. */
export function NewToken({ account, onClose }: { account?: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { admin } = useSession()
  const [confirmed, dialog] = useConfirmation()
  const create = useCreateToken()
  const [name, setName] = useState('')
  const [days, setDays] = useState(365)
  const [readOnly, setReadOnly] = useState(false)
  const [role, setRole] = useState('')
  const roles = useQuery({ ...rolesOptions, enabled: admin })
  const problem = create.error ? asProblem(create.error) : undefined
  const complaint = problem && (errorsByAttribute(problem.errors).name || problem.message || t('state.offlineDetail'))

  const submit = () => {
    if (!name.trim() || create.isPending) return
    void confirmed(async () => {
      await create.mutateAsync({
        account,
        name: name.trim(),
        readOnly,
        ...(role ? { role } : {}),
        ...(days ? { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() } : { never: true }),
      })
    })
  }
  if (create.data) {
    return (
      <Secret title={t('tokens.made')} warning={t('tokens.once')} onClose={onClose}>
        {create.data.token}
      </Secret>
    )
  }
  return (
    <Modal
      open
      title={t('tokens.create')}
      onCancel={onClose}
      onOk={submit}
      okText={t('tokens.create')}
      okButtonProps={{ disabled: !name.trim(), loading: create.isPending }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="token-name">{t('tokens.name')}</label>
        <Input
          id="token-name"
          autoFocus
          value={name}
          maxLength={100}
          status={complaint ? 'error' : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="token-days">{t('tokens.lifetime')}</label>
        <Select
          id="token-days"
          value={days}
          onChange={setDays}
          options={[
            ...LIFETIMES.map((value) => ({ value, label: t('tokens.days', { count: value }) })),
            ...(admin ? [{ value: 0, label: t('tokens.neverExpires') }] : []),
          ]}
        />
        {admin && (
          <>
            <label htmlFor="token-role">{t('tokens.role')}</label>
            <Select
              id="token-role"
              value={role}
              onChange={setRole}
              options={[
                { value: '', label: t('tokens.wholeRole') },
                ...(roles.data?.items ?? []).flatMap(({ id, name: label }) => (id ? [{ value: id, label }] : [])),
              ]}
            />
          </>
        )}
        <Checkbox checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)}>
          {t('tokens.readOnlyChoice')}
        </Checkbox>
        {complaint && (
          <p className="gate-problem" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
      {dialog}
    </Modal>
  )
}
