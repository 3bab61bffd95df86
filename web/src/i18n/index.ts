import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import dayjs from 'dayjs'
import type { Locale } from 'antd/es/locale'
import { connection } from '~/api/client'

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name, as somebody looks for it who cannot read the present one. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' }

const STORED = 'keyuan.language'

interface Parcel {
  words: object
  antd: Locale
  dayjs: string
}

/** Words, the control library's locale and the calendar's, loaded only for the language in use. */
const PARCELS: Record<Language, () => Promise<Parcel>> = {
  'zh-CN': async () => {
    const [words, antd] = await Promise.all([
      import('./zh-CN.json'),
      import('antd/es/locale/zh_CN'),
      import('dayjs/locale/zh-cn'),
    ])
    return { words: words.default, antd: antd.default, dayjs: 'zh-cn' }
  },
  'zh-TW': async () => {
    const [words, antd] = await Promise.all([
      import('./zh-TW.json'),
      import('antd/es/locale/zh_TW'),
      import('dayjs/locale/zh-tw'),
    ])
    return { words: words.default, antd: antd.default, dayjs: 'zh-tw' }
  },
  en: async () => {
    const [words, antd] = await Promise.all([import('./en.json'), import('antd/es/locale/en_US')])
    return { words: words.default, antd: antd.default, dayjs: 'en' }
  },
}

/** Words of what few people see are loaded with it: a folder for each such part, with a file for each language. */
const PARTS = import.meta.glob<object>('./*/*.json', { import: 'default' })

const wanted = new Set<string>()

async function loadPart(part: string, language: string): Promise<void> {
  const words = await PARTS[`./${part}/${language}.json`]?.()
  i18next.addResourceBundle(language, 'translation', words, true)
}

/** Has the words of a part there before it is shown, also in a language that somebody changes to. */
export async function loadWords(part: string): Promise<void> {
  wanted.add(part)
  await loadPart(part, i18next.language)
}

const antdLocales = new Map<string, Locale>()

export const antdLocale = (language: string): Locale | undefined => antdLocales.get(language)

/** The nearest language we speak: `zh-HK` and `zh-Hant` read traditional Chinese, other `zh` simplified. */
export function nearestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (/^zh-(tw|hk|mo|hant)/.test(lower)) return 'zh-TW'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'en'
}

async function load(language: Language): Promise<void> {
  const parcel = await PARCELS[language]()
  i18next.addResourceBundle(language, 'translation', parcel.words, true)
  await Promise.all([...wanted].map((part) => loadPart(part, language)))
  antdLocales.set(language, parcel.antd)
  dayjs.locale(parcel.dayjs)
}

/** Whether this browser remembers a language; until it does, the company's may come in the place of the browser's. */
let remembered = false

export const isLanguageChosen = (): boolean => remembered

export async function changeLanguage(language: Language): Promise<void> {
  remembered = true
  await load(language)
  connection.language = language
  localStorage.setItem(STORED, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** A label within an English sentence begins small, unless it is an abbreviation. */
export const withinSentence = (label: unknown, language: string | undefined): string => {
  const text = String(label ?? '')
  return language === 'en' && /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  i18next.services.formatter?.add('inline', withinSentence)
  const stored = localStorage.getItem(STORED)
  await changeLanguage(nearestLanguage(stored ? [stored] : navigator.languages))
  remembered = stored !== null
}

/** Speaks as the company, or whoever comes by a letter, reads: on pages before anybody is signed in, and where nobody has chosen. */
export async function followLanguage(language: string | null): Promise<void> {
  if (language && !remembered) await changeLanguage(nearestLanguage([language]))
}
