import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { settingsOptions, useSaveSettings, type Settings } from '~/api/account'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { currencyOptions } from '~/fields/money/currencies'
import { Failure, SkeletonRows } from '~/ui/states'
import { Setting } from './Setting'

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))

function CompanyForm({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveSettings()
  const [draft, setDraft] = useState(settings)
  const set = (change: Partial<Settings>) => setDraft({ ...draft, ...change })
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const changed = Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => settings[name as keyof Settings] !== value),
  ) as Partial<Settings>

  const submit = () => save.mutate(changed, { onSuccess: () => message.success(t('settings.saved')) })
  return (
    <form
      className="card"
      aria-label={t('settings.company')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Setting id="company-name" label={t('settings.name')} error={errors.name}>
        <Input id="company-name" value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Setting>
      <Setting
        id="company-currency"
        label={t('settings.baseCurrency')}
        help={t('settings.baseCurrencyHelp')}
        error={errors.baseCurrency}
      >
        <Select
          id="company-currency"
          className="fill"
          showSearch={{ optionFilterProp: 'search' }}
          value={draft.baseCurrency}
          options={currencyOptions(i18n.language, settings.baseCurrency)}
          onChange={(baseCurrency: string) => set({ baseCurrency })}
        />
      </Setting>
      <Setting
        id="company-zone"
        label={t('settings.timeZone')}
        help={t('settings.timeZoneHelp')}
        error={errors.timeZone}
      >
        <Select
          id="company-zone"
          className="fill"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.timeZone}
          options={ZONES}
          onChange={(timeZone: string) => set({ timeZone })}
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
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={Object.keys(changed).length === 0}
          >
            {t('action.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}

export function Company() {
  const { data, error, refetch } = useQuery(settingsOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="card">
        <SkeletonRows rows={4} />
      </div>
    )
  return <CompanyForm key={JSON.stringify(data)} settings={data} />
}
