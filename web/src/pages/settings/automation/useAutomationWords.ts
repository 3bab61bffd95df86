import { useTranslation } from 'react-i18next'
import type { Action, Step, Trigger } from '~/api/automation'
import { useCatalog } from '~/api/metadata'

const NAMED = 3

/** Rules in words, as one would say them. */
export function useAutomationWords() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const listed = (names: string[]) =>
    names.slice(0, NAMED).join(t('automation.comma')) + (names.length > NAMED ? ` +${names.length - NAMED}` : '')
  const labelOf = (object: string, name: string | undefined) =>
    (name && catalog.attribute(object, name)?.label) || name || ''

  /** When a rule runs. */
  const when = (object: string, trigger: Trigger): string => {
    const label = catalog.object(object)?.label ?? object
    const attribute = labelOf(object, trigger.attribute)
    if (trigger.kind === 'changed' && trigger.attributes?.length)
      return t('automation.whenChangedIn', {
        label,
        attributes: listed(trigger.attributes.map((name) => labelOf(object, name))),
      })
    if (trigger.kind === 'entered') {
      const choices = catalog.attribute(object, trigger.attribute ?? '')?.choices ?? []
      const option = choices.find(({ code }) => code === trigger.option)?.label ?? trigger.option
      return t('automation.whenEntered', { label, attribute, option })
    }
    if (trigger.kind === 'date') {
      const days = trigger.days ?? 0
      const hours = trigger.hours ?? 0
      const way = days + hours / 24
      const amount = [
        days !== 0 && t('automation.daysCount', { count: Math.abs(days) }),
        hours !== 0 && t('automation.hoursCount', { count: Math.abs(hours) }),
      ].filter(Boolean)
      return t(way === 0 ? 'automation.whenDate' : way > 0 ? 'automation.whenAfter' : 'automation.whenBefore', {
        label,
        attribute,
        amount: amount.join(' '),
      })
    }
    if (trigger.kind === 'schedule') {
      const every = trigger.every ?? 'day'
      const day = every === 'week' ? t(`automation.weekday.${trigger.day ?? 1}`) : trigger.day
      return t(`automation.every.${every}`, { day, time: trigger.at })
    }
    return t(trigger.kind === 'created' ? 'automation.whenCreated' : 'automation.whenChanged', { label })
  }

  /** What an action does. */
  const does = (object: string, action: Action): string => {
    const names = (of: string) => listed((action.values ?? []).map(({ attribute }) => labelOf(of, attribute)))
    if (action.kind === 'set') return t('automation.doesSet', { attributes: names(object) })
    if (action.kind === 'create')
      return t('automation.doesCreate', { label: catalog.object(action.object ?? '')?.label ?? action.object })
    if (action.kind === 'assign')
      return action.person
        ? t('automation.doesAssign', { name: action.person.title ?? t('record.gone') })
        : t('automation.doesAssignByRules')
    if (action.kind === 'mail') return t('automation.doesMail', { address: action.address })
    if (action.kind === 'webhook') return t('automation.doesTell', { name: action.webhook?.title ?? t('record.gone') })
    const who = (action.to ?? []).map((each) =>
      each.kind === 'attribute' ? labelOf(object, each.attribute) : (each.title ?? t('record.gone')),
    )
    return t('automation.doesNotify', { names: listed(who) })
  }

  /** What became of an action. */
  const became = (object: string, step: Step): string => {
    if (step.kind === 'set') {
      const names = step.attributes ?? []
      return names.length
        ? t('automation.doesSet', { attributes: listed(names.map((name) => labelOf(object, name))) })
        : t('automation.setNothing')
    }
    if (step.kind === 'create')
      return t('automation.doesCreate', { label: catalog.object(step.object ?? '')?.label ?? step.object })
    if (step.kind === 'mail')
      return step.address ? t('automation.mailed', { address: step.address }) : t('automation.mailedLong')
    if (step.kind === 'webhook') return t('automation.told')
    if (step.kind === 'assign') return t('automation.assigned')
    return step.kind === 'notify' ? t('automation.notified', { count: step.people ?? 0 }) : ''
  }
  return { when, does, became }
}
