import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { settingsOptions, type Settings } from '~/api/account'
import { currencyOptions } from '~/fields/money/currencies'
import { Failure, SkeletonRows } from '~/ui/states'
import { Conventions } from './Conventions'
import { Holidays } from './Holidays'
import { Letterhead } from './Letterhead'
import { Setting } from './Setting'
import { SettingsForm } from './SettingsForm'
import { useSettingsDraft } from './useSettingsDraft'
import { WorkingHours } from './WorkingHours'

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))

function CompanyForm({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation()
  const form = useSettingsDraft(settings)
  const { draft, set, errorOf } = form
  return (
    <SettingsForm label={t('settings.company')} draft={form}>
      <Setting id="company-name" label={t('settings.name')} error={errorOf('name')}>
        <Input id="company-name" value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Setting>
      <Setting
        id="company-currency"
        label={t('settings.baseCurrency')}
        help={t('settings.baseCurrencyHelp')}
        error={errorOf('baseCurrency')}
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
        error={errorOf('timeZone')}
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
    </SettingsForm>
  )
}

export function Company() {
  const { data, error, refetch } = useQuery(settingsOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="card">
        <SkeletonRows rows={3} />
      </div>
    )
  return (
    <>
      <CompanyForm settings={data} />
      <Conventions settings={data} />
      <WorkingHours settings={data} />
      <Holidays />
      <Letterhead settings={data} />
    </>
  )
}
