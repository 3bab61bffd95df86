import { useRef } from 'react'
import { App, Button, Input } from 'antd'
import { ImageUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '~/api/account'
import { useLogo, type Letterhead as Wording } from '~/api/company'
import { asProblem } from '~/api/problem'
import { Setting } from './Setting'
import { SettingsForm } from './SettingsForm'
import { useSettingsDraft } from './useSettingsDraft'

const LINES = ['legalName', 'address', 'phone', 'taxNumber', 'bank'] as const
const LONG: readonly string[] = ['address', 'bank']

function Logo({ there }: { there: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const logo = useLogo()
  const keep = (file: File | null) =>
    logo.mutate(file, {
      onSuccess: () => void message.success(t('settings.saved')),
      onError: (error) => {
        const problem = asProblem(error)
        void message.error(problem.errors[0]?.message ?? (problem.message || t('state.failed')))
      },
    })
  return (
    <Setting label={t('settings.logo')} help={t('settings.logoHelp')}>
      <div className="logo">
        {there && <img src={`/api/v1/settings/logo?at=${logo.submittedAt}`} alt={t('settings.logo')} />}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          aria-label={t('settings.logo')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) keep(file)
          }}
        />
        <Button
          icon={<ImageUp size={14} aria-hidden />}
          loading={logo.isPending}
          onClick={() => input.current?.click()}
        >
          {t('settings.chooseLogo')}
        </Button>
        {there && (
          <Button danger disabled={logo.isPending} onClick={() => keep(null)}>
            {t('action.remove')}
          </Button>
        )}
      </div>
    </Setting>
  )
}

/** What stands on offers and invoices. */
export function Letterhead({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const form = useSettingsDraft(settings)
  const { draft, set, errorOf } = form
  const field = (name: (typeof LINES)[number]) => {
    const control = {
      id: `letterhead-${name}`,
      value: draft.letterhead[name] ?? '',
      onChange: (event: { target: { value: string } }) =>
        set({ letterhead: { ...draft.letterhead, [name]: event.target.value } satisfies Wording }),
    }
    return (
      <Setting
        key={name}
        id={control.id}
        label={t(`settings.letterheadLine.${name}`)}
        error={errorOf(`letterhead.${name}`)}
      >
        {LONG.includes(name) ? <Input.TextArea autoSize={{ minRows: 2 }} {...control} /> : <Input {...control} />}
      </Setting>
    )
  }
  return (
    <SettingsForm label={t('settings.letterhead')} draft={form}>
      {LINES.map(field)}
      <Logo there={settings.letterhead.logo} />
    </SettingsForm>
  )
}
