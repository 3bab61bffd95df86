import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { serviceAccountsOptions, useCreateServiceAccount, type ServiceAccount } from '~/api/account'
import { asProblem } from '~/api/problem'
import { later } from '~/ui/later'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { TokenRow } from './TokenRow'

const NewToken = later(async () => (await import('./NewToken')).NewToken)

function Program({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  return (
    <section className="card" aria-label={account.name}>
      <header>
        <b className="grow ellipsis">{account.name}</b>
        <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setCreating(true)}>
          {t('tokens.create')}
        </Button>
      </header>
      {account.tokens.length === 0 ? (
        <Empty title={t('tokens.empty')} />
      ) : (
        <ul>
          {account.tokens.map((token) => (
            <TokenRow key={token.id} token={token} account={account.id} />
          ))}
        </ul>
      )}
      {creating && (
        <Suspense>
          <NewToken account={account.id} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </section>
  )
}

/** Accounts of programs: no password, only tokens. */
export function Programs() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery(serviceAccountsOptions)
  const create = useCreateServiceAccount()
  const [name, setName] = useState('')
  const submit = () =>
    create.mutate(name.trim(), {
      onSuccess: () => setName(''),
      onError: (failure) => message.error(asProblem(failure).message),
    })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <div className="card">
        <SkeletonRows rows={3} />
      </div>
    )
  }
  return (
    <div className="stack">
      <form
        className="card program-new"
        aria-label={t('settings.programs')}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="sub">{t('programs.about')}</p>
        <label htmlFor="program-name">{t('programs.name')}</label>
        <div className="setting-actions">
          <Input id="program-name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <Button type="primary" htmlType="submit" loading={create.isPending} disabled={!name.trim()}>
            {t('programs.create')}
          </Button>
        </div>
      </form>
      {data.items.map((account) => (
        <Program key={account.id} account={account} />
      ))}
    </div>
  )
}
