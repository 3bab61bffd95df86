import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'

/**
 * What a dialog about many records is called.
 *
 * @param count how many; undefined for a whole list nobody has counted
 * @param titles the keys of its words, for so many and for a whole list
 */
export function useCountedTitle(object: ObjectType, count: number | undefined, titles: { many: string; all: string }) {
  const { t, i18n } = useTranslation()
  const label = object.pluralLabel
  return count === undefined
    ? t(titles.all, { label })
    : t(titles.many, { value: formatNumber(count, i18n.language), label })
}
