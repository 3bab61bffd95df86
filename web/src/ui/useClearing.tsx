import { CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/**
 * What empties an input, for its `allowClear`. Ant Design calls it after its icon, or in English whatever the language.
 */
export function useClearing() {
  const { t } = useTranslation()
  const label = t('action.clear')
  return { clearIcon: <CircleX size={14} aria-label={label} role="img" />, label }
}
