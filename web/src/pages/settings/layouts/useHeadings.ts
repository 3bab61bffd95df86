import { useTranslation } from 'react-i18next'
import type { Layout, LayoutSection } from '~/api/layouts'
import { LANGUAGES } from '~/i18n'
import { FURTHER } from './draft'

export type HeadingOf = (section: LayoutSection) => string

/** What stands above a section, in the reader's language where it is said in it. */
export function useHeadings(own: Layout): HeadingOf {
  const { t, i18n } = useTranslation()
  const word = (labels: Record<string, string> | undefined) =>
    labels && (labels[i18n.language] ?? LANGUAGES.map((language) => labels[language]).find(Boolean))
  return ({ key, labels }) =>
    word(labels) ??
    word(own.sections.find((section) => section.key === key)?.labels) ??
    (key === FURTHER ? t('layouts.further') : key)
}
