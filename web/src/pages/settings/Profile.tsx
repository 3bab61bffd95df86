import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import { useLanguageChoice } from '~/ui/frame/useLanguageChoice'
import { useThemeMode, type Preference } from '~/ui/ThemeMode'
import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n'
import { Setting } from './Setting'

const THEMES: Preference[] = ['light', 'dark', 'system']

export function Profile() {
  const { t, i18n } = useTranslation()
  const { user } = useSession()
  const { preference, setPreference } = useThemeMode()
  const languages = useLanguageChoice()
  return (
    <section className="card" aria-label={t('settings.profile')}>
      <Setting label={t('session.login')}>
        <span>
          {user.title} · {user.login}
        </span>
      </Setting>
      <Setting id="language" label={t('frame.language')} help={t('settings.languageHelp')}>
        <Select
          id="language"
          className="fill"
          value={i18n.language}
          onChange={(key: string) => languages.onClick({ key })}
          options={LANGUAGES.map((language) => ({
            value: language,
            label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
          }))}
        />
      </Setting>
      <Setting label={t('theme.title')}>
        <Segmented<Preference>
          aria-label={t('theme.title')}
          value={preference}
          onChange={setPreference}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Setting>
    </section>
  )
}
