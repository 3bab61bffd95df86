import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Devices } from './Devices'
import { SecondFactorSetting } from './SecondFactorSetting'
import { Setting } from './Setting'

/** How somebody's own account is protected. */
export function Security() {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <section className="card" aria-label={t('settings.security')}>
        <Setting label={t('session.password')} help={t('security.passwordHelp')}>
          <Link to="/change-password" search={{ next: '/settings/security' }}>
            {t('password.change')}
          </Link>
        </Setting>
        <SecondFactorSetting />
      </section>
      <Devices />
    </div>
  )
}
