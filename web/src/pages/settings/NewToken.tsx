import { useState } from 'react'
import { Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCreateToken } from '~/api/account'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { Secret } from '~/ui/Secret'

const LIFETIMES = [30, 90, 365] as const
const DAY_MS = 86_400_000

/** Makes a token and shows it this once: the server keeps only its trace. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const [name, setName] = useState('')
  const [days, setDays] = useState(90)
  const problem = create.error ? asProblem(create.error) : undefined
  const complaint = problem && (errorsByAttribute(problem.errors).name || problem.message || t('state.offlineDetail'))

  const submit = () => {
    if (!name.trim() || create.isPending) return
    create.mutate({
      name: name.trim(),
      expiresAt: days ? new Date(Date.now() + days * DAY_MS).toISOString() : undefined,
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
            { value: 0, label: t('tokens.neverExpires') },
          ]}
        />
        {complaint && (
          <p className="gate-problem" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
