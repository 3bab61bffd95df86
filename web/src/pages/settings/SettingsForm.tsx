import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SettingsDraft } from './useSettingsDraft'

/** One card of settings, which are saved together. */
export function SettingsForm({ label, draft, children }: { label: string; draft: SettingsDraft; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <form
      className="card"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        draft.submit()
      }}
    >
      <header>
        <h2>{label}</h2>
      </header>
      {children}
      <div className="setting">
        <div>
          {draft.problem && (
            <p className="gate-problem" role="alert">
              {draft.problem}
            </p>
          )}
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={draft.isPending} disabled={!draft.isChanged}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}
