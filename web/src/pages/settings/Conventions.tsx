import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings } from '~/api/account'
import { DATE_FORMATS, formatDate, formatNumber, NUMBER_FORMATS } from '~/fields/format'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '~/i18n'
import { Setting } from './Setting'
import { SettingsForm } from './SettingsForm'
import { useSettingsDraft } from './useSettingsDraft'

const EXAMPLE_NUMBER = '1234567.89'
const EXAMPLE_DAY = '2026-11-28'

const monthsOf = (language: string) =>
  Array.from({ length: 12 }, (_, month) => ({
    value: month + 1,
    label: new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
  }))

const languageOptions = (codes: readonly string[]) =>
  LANGUAGES.filter((code) => codes.includes(code)).map((code: Language) => ({
    value: code as string,
    label: LANGUAGE_NAMES[code],
  }))

/** How the people of the company read and write. */
export function Conventions({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation()
  const form = useSettingsDraft(settings)
  const { draft, set, errorOf } = form
  return (
    <SettingsForm label={t('settings.conventions')} draft={form}>
      <Setting
        id="company-year"
        label={t('settings.fiscalYearStart')}
        help={t('settings.fiscalYearStartHelp')}
        error={errorOf('fiscalYearStart')}
      >
        <Select
          id="company-year"
          className="fill"
          value={draft.fiscalYearStart}
          options={monthsOf(i18n.language)}
          onChange={(fiscalYearStart: number) => set({ fiscalYearStart })}
        />
      </Setting>
      <Setting id="company-languages" label={t('settings.languages')} error={errorOf('languages')}>
        <Select
          id="company-languages"
          className="fill"
          mode="multiple"
          value={draft.languages}
          options={languageOptions(LANGUAGES)}
          onChange={(languages: string[]) => set({ languages })}
        />
      </Setting>
      <Setting
        id="company-language"
        label={t('settings.defaultLanguage')}
        help={t('settings.defaultLanguageHelp')}
        error={errorOf('defaultLanguage')}
      >
        <Select
          id="company-language"
          className="fill"
          value={draft.defaultLanguage ?? ''}
          options={[{ value: '', label: t('settings.ofBrowser') }, ...languageOptions(draft.languages)]}
          onChange={(defaultLanguage: string) => set({ defaultLanguage })}
        />
      </Setting>
      <Setting id="company-numbers" label={t('settings.numberFormat')} error={errorOf('numberFormat')}>
        <Select
          id="company-numbers"
          className="fill"
          value={draft.numberFormat}
          options={NUMBER_FORMATS.map((value) => ({
            value,
            label: value === 'language' ? t('settings.ofLanguage') : formatNumber(EXAMPLE_NUMBER, i18n.language, value),
          }))}
          onChange={(numberFormat: string) => set({ numberFormat })}
        />
      </Setting>
      <Setting id="company-dates" label={t('settings.dateFormat')} error={errorOf('dateFormat')}>
        <Select
          id="company-dates"
          className="fill"
          value={draft.dateFormat}
          options={DATE_FORMATS.map((value) => ({
            value,
            label: value === 'language' ? t('settings.ofLanguage') : formatDate(EXAMPLE_DAY, i18n.language, value),
          }))}
          onChange={(dateFormat: string) => set({ dateFormat })}
        />
      </Setting>
    </SettingsForm>
  )
}
