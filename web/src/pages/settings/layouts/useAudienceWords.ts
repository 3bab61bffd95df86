import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'

/** What a layout is called: for which records and for whom it is. */
export function useAudienceWords(object: ObjectType, kind: string | null) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const choices = catalog.attribute(object.name, kind ?? '')?.choices
  return (layout: Pick<Layout, 'kind' | 'role'>): string =>
    [
      layout.kind !== null && (choices?.find(({ code }) => code === layout.kind)?.label ?? layout.kind),
      layout.role && (layout.role.title ?? t('layouts.goneRole')),
    ]
      .filter(Boolean)
      .join(' · ') || t('layouts.everybody')
}
