import { useTranslation } from 'react-i18next'
import type { AdviceRuleInput } from '~/api/adviceRules'
import { useCatalog } from '~/api/metadata'

/** What a rule wants, as one would say it. */
export function useRemedyWords() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  return ({ object, pointing, remedy }: Pick<AdviceRuleInput, 'object' | 'pointing' | 'remedy'>): string => {
    if (pointing) {
      const label = catalog.object(pointing.object)?.pluralLabel ?? pointing.object
      const attribute = catalog.attribute(pointing.object, pointing.attribute)?.label ?? pointing.attribute
      return t(`adviceRules.${remedy.kind === 'make' ? 'missing' : 'there'}${pointing.open ? 'Open' : ''}`, {
        label,
        attribute,
      })
    }
    if (remedy.kind === 'run') {
      const command = catalog.object(object)?.commands.find(({ path }) => path === remedy.command)
      return t('adviceRules.runs', { label: command?.label ?? remedy.command })
    }
    return t('adviceRules.fills', {
      label: catalog.attribute(object, remedy.attribute ?? '')?.label ?? remedy.attribute,
    })
  }
}
