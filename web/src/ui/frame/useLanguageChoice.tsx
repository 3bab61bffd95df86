import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useSaveLanguage } from '~/api/session'
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '~/i18n'

/** A menu of the languages; the choice is kept on the server too, which words its answers by it. */
export function useLanguageChoice() {
  const { i18n } = useTranslation()
  const { tenant } = useCatalog().metadata
  const save = useSaveLanguage()
  const client = useQueryClient()
  const choose = async (language: Language) => {
    // The server words its answers by the language it keeps, so it must know before anything is asked again.
    // Where it cannot be reached, the choice still holds in this browser.
    await save.mutateAsync(language).catch(() => undefined)
    await changeLanguage(language)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  return {
    selectedKeys: [i18n.language],
    selectable: true,
    items: LANGUAGES.filter(
      (language) => language === i18n.language || (tenant.languages?.includes(language) ?? true),
    ).map((language) => ({
      key: language,
      label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
    })),
    onClick: ({ key }: { key: string }) => void choose(key as Language),
  }
}
