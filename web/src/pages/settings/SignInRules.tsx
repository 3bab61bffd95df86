import { useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { policyOptions, useSavePolicy, type SignInPolicy } from '~/api/protection'
import { Failure, SkeletonRows } from '~/ui/states'
import { Setting } from './Setting'

const DEMANDS: SignInPolicy['secondFactor'][] = ['nobody', 'administrators', 'everybody']

function RulesForm({ policy }: { policy: SignInPolicy }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSavePolicy()
  const [draft, setDraft] = useState(policy)
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const same = JSON.stringify(draft) === JSON.stringify(policy)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft, { onSuccess: () => message.success(t('settings.saved')) })
  }
  return (
    <form className="card" aria-label={t('settings.signIn')} onSubmit={submit}>
      <Setting id="rules-factor" label={t('rules.secondFactor')} help={t('rules.secondFactorHelp')}>
        <Select
          id="rules-factor"
          className="fill"
          value={draft.secondFactor}
          options={DEMANDS.map((value) => ({ value, label: t(`rules.${value}`) }))}
          onChange={(secondFactor: SignInPolicy['secondFactor']) => setDraft({ ...draft, secondFactor })}
        />
      </Setting>
      <Setting id="rules-idle" label={t('rules.idle')} help={t('rules.idleHelp')} error={errors.idleMinutes}>
        <InputNumber
          id="rules-idle"
          className="fill"
          min={5}
          precision={0}
          suffix={t('rules.minutes')}
          value={draft.idleMinutes}
          onChange={(value) => setDraft({ ...draft, idleMinutes: value ?? policy.idleMinutes })}
        />
      </Setting>
      <Setting id="rules-longest" label={t('rules.longest')} help={t('rules.longestHelp')} error={errors.longestHours}>
        <InputNumber
          id="rules-longest"
          className="fill"
          min={1}
          precision={0}
          suffix={t('rules.hours')}
          value={draft.longestHours}
          onChange={(value) => setDraft({ ...draft, longestHours: value ?? policy.longestHours })}
        />
      </Setting>
      <div className="setting">
        <div>
          {problem && problem.errors.length === 0 && (
            <p className="gate-problem" role="alert">
              {problem.message || t('state.offlineDetail')}
            </p>
          )}
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={same}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** What the company demands of those who sign in. */
export function SignInRules() {
  const { data, error, refetch } = useQuery(policyOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <div className="card">
        <SkeletonRows rows={3} />
      </div>
    )
  }
  return <RulesForm key={JSON.stringify(data)} policy={data} />
}
