import { useState } from 'react'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaveSettings, type Settings } from '~/api/account'
import { asProblem } from '~/api/problem'

/** What somebody is about to settle otherwise, until it is saved. */
export function useSettingsDraft(settings: Settings) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveSettings()
  const [changed, setChanged] = useState<Partial<Settings>>({})
  const problem = save.error ? asProblem(save.error) : undefined
  const differs = (name: keyof Settings) => JSON.stringify(changed[name]) !== JSON.stringify(settings[name])
  const names = (Object.keys(changed) as (keyof Settings)[]).filter(differs)
  const submit = () =>
    save.mutate(Object.fromEntries(names.map((name) => [name, changed[name]])), {
      onSuccess: () => {
        setChanged({})
        void message.success(t('settings.saved'))
      },
    })
  return {
    draft: { ...settings, ...changed },
    set: (change: Partial<Settings>) => setChanged({ ...changed, ...change }),
    errorOf: (path: string) => problem?.errors.find((error) => error.path === path)?.message,
    problem: problem && problem.errors.length === 0 ? problem.message || t('state.offlineDetail') : undefined,
    isChanged: names.length > 0,
    isPending: save.isPending,
    submit,
  }
}

export type SettingsDraft = ReturnType<typeof useSettingsDraft>
