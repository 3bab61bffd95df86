import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Rule } from '~/api/rules'
import { valuesOf } from './draft'

const NAMED = 3

/** To whom a rule gives records, as one would say it. */
export function useSentence() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const whoOf = (rule: Rule): string => {
    if (rule.group) return t('assignRules.membersOf', { name: rule.group.title ?? t('record.gone') })
    if (rule.method === 'by-value') {
      const object = catalog.object(rule.object)
      const value = object && valuesOf(catalog, object).find(({ path }) => path === rule.attribute)
      return t('assignRules.byAttribute', { attribute: value?.label ?? rule.attribute })
    }
    const names = rule.people.slice(0, NAMED).map((person) => person.title ?? t('record.gone'))
    return names.join(t('assignRules.comma')) + (rule.people.length > NAMED ? ` +${rule.people.length - NAMED}` : '')
  }
  return (rule: Rule): string => {
    const how = [
      ...(rule.method === 'by-value' ? [] : [t(`assignRules.${rule.method}`)]),
      ...(rule.mostOpen ? [t('assignRules.upTo', { value: rule.mostOpen })] : []),
    ]
    const parts = {
      label: catalog.object(rule.object)?.pluralLabel ?? rule.object,
      who: [whoOf(rule), ...how].join(t('assignRules.comma')),
    }
    return t('assignRules.sentence', parts)
  }
}
