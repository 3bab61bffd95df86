import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { usePlaces } from '~/api/places'
import { recordOptions } from '~/api/records'
import type { Attribute } from '~/api/types'
import { isPlaceKind, placeName } from '~/fields/address/places'
import { formatDate, formatNumber } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import type { WordedCondition } from './conditions'

/** The titles of referenced records, for an address tells only their ids. */
export function useReferenceTitles(object: string | null, ids: readonly string[]): string[] {
  const title = useCatalog().object(object ?? '')?.title ?? 'id'
  const answers = useQueries({
    queries: ids.map((id) => ({
      ...recordOptions(object ?? '', id),
      enabled: Boolean(object),
      staleTime: 60_000,
      retry: false,
    })),
  })
  return ids.map((id, index) => {
    const record = answers[index]?.data
    return record ? titleOf(record, title) : answers[index]?.isError ? id.slice(-8) : '…'
  })
}

const choiceLabel = (attribute: Attribute, code: string): string =>
  attribute.choices?.find((choice) => choice.code === code)?.label ?? code

/** A condition's operator and value as a person says them: "is A, B", "before 30 days ago". */
export function useConditionWords({ attribute, operator, operand }: WordedCondition): string {
  const { t, i18n } = useTranslation()
  const isReference = operator.operand === 'references'
  const titles = useReferenceTitles(attribute.reference, isReference ? operand : [])
  const ofPlaces = isPlaceKind(operator.operand) ? operator.operand : undefined
  const places = usePlaces(Boolean(ofPlaces))
  const words = operand.map((part) => {
    if (ofPlaces) return placeName(places, ofPlaces, part)
    switch (operator.operand) {
      case 'choices':
        return choiceLabel(attribute, part)
      case 'date':
      case 'dates':
        return formatDate(part, i18n.language)
      case 'number':
      case 'range':
        return formatNumber(part, i18n.language)
      default:
        return part
    }
  })
  const values = isReference ? titles : words
  const joined =
    operator.operand === 'range' || operator.operand === 'dates'
      ? values.join(' – ')
      : values.join(t('filter.separator'))
  return t(`operator.${operator.name}.chip`, { value: joined })
}
