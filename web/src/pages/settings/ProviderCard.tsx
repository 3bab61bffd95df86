import { useState } from 'react'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useRemoveProvider, useSaveProvider, useTryProvider, type IdentityProvider } from '~/api/providers'
import { ProviderAddresses } from './ProviderAddresses'
import { ProviderAdmittance } from './ProviderAdmittance'
import { ProviderClient } from './ProviderClient'
import { ProviderRoles } from './ProviderRoles'
import { ProviderTrial } from './ProviderTrial'

export interface ProviderFieldsProps {
  draft: IdentityProvider
  errors: Record<string, string>
  onChange: (change: Partial<IdentityProvider>) => void
}

export function ProviderCard({
  provider,
  roles,
  tried,
}: {
  provider: IdentityProvider
  roles: string[]
  tried: boolean
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveProvider()
  const remove = useRemoveProvider()
  const attempt = useTryProvider()
  const [draft, setDraft] = useState(provider)
  const problem = save.error ? asProblem(save.error) : undefined
  const fields: ProviderFieldsProps = {
    draft,
    errors: problem ? errorsByAttribute(problem.errors) : {},
    onChange: (change) => setDraft({ ...draft, ...change }),
  }
  const failed = (error: unknown) => void message.error(asProblem(error).message || t('state.offlineDetail'))
  const submit = () =>
    save.mutate(
      { ...draft, groupsClaim: draft.groupsClaim ?? '', defaultRole: draft.defaultRole ?? '' },
      {
        onSuccess: (saved) => {
          setDraft(saved)
          void message.success(t('settings.saved'))
        },
      },
    )
  const tryIt = () =>
    attempt.mutate(provider.id, { onSuccess: ({ address }) => window.location.assign(address), onError: failed })
  return (
    <form
      className="card provider"
      aria-label={provider.label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <header>
        <b className="grow">{provider.label}</b>
        <Popconfirm
          title={t('providers.removeQuestion')}
          okText={t('providers.remove')}
          okButtonProps={{ danger: true }}
          onConfirm={() => remove.mutate(provider.id, { onError: failed })}
        >
          <Button size="small" danger loading={remove.isPending}>
            {t('providers.remove')}
          </Button>
        </Popconfirm>
        <Button size="small" loading={attempt.isPending} onClick={tryIt}>
          {t('providers.try')}
        </Button>
      </header>
      <ProviderTrial provider={provider} fresh={tried} />
      <ProviderAddresses id={provider.id} />
      <ProviderClient {...fields} />
      <ProviderAdmittance {...fields} roles={roles} />
      <ProviderRoles {...fields} roles={roles} />
      <div className="setting">
        <div>
          {problem && (
            <p className="gate-problem" role="alert">
              {problem.message || t('state.offlineDetail')}
            </p>
          )}
        </div>
        <div>
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={JSON.stringify(draft) === JSON.stringify(provider)}
          >
            {t('action.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}
