import { useState } from 'react'
import { Checkbox, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useAddProvider } from '~/api/providers'

const FIELDS = ['label', 'issuer', 'clientId'] as const

/** Asks what a provider cannot be without; the rest is settled on its card, where its addresses are shown. */
export function NewProvider({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const add = useAddProvider()
  const [draft, setDraft] = useState({ label: '', issuer: '', clientId: '', clientSecret: '' })
  const [local, setLocal] = useState(false)
  const problem = add.error ? asProblem(add.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const submit = () =>
    add.mutate(
      { ...draft, privateAddresses: local, ...(draft.clientSecret === '' && { clientSecret: null }) },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={t('providers.add')}
      okText={t('action.add')}
      cancelText={t('action.cancel')}
      confirmLoading={add.isPending}
      okButtonProps={{ disabled: FIELDS.some((name) => !draft[name].trim()) }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="token-form">
        {FIELDS.map((name) => (
          <div key={name} className="form-field">
            <label htmlFor={`new-provider-${name}`}>{t(`providers.${name}`)}</label>
            <Input
              id={`new-provider-${name}`}
              autoComplete="off"
              autoFocus={name === 'label'}
              value={draft[name]}
              placeholder={name === 'issuer' ? 'https://id.example.com/realms/company' : undefined}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
            />
            {errors[name] && (
              <p className="gate-problem" role="alert">
                {errors[name]}
              </p>
            )}
          </div>
        ))}
        <div className="form-field">
          <label htmlFor="new-provider-secret">{t('providers.clientSecret')}</label>
          <Input.Password
            id="new-provider-secret"
            autoComplete="new-password"
            value={draft.clientSecret}
            onChange={(event) => setDraft({ ...draft, clientSecret: event.target.value })}
          />
        </div>
        <Checkbox checked={local} onChange={(event) => setLocal(event.target.checked)}>
          {t('providers.privateAddresses')}
        </Checkbox>
        {problem && problem.errors.length === 0 && (
          <p className="gate-problem" role="alert">
            {problem.message || t('state.offlineDetail')}
          </p>
        )}
      </div>
    </Modal>
  )
}
