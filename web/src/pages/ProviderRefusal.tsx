import { useTranslation } from 'react-i18next'

/** Why somebody who came back from an identity provider is at the door again. */
export function ProviderRefusal({ refused, provider }: { refused: string; provider?: string }) {
  const { t, i18n } = useTranslation()
  const key = `providers.refused.${refused}`
  const label = provider ?? t('providers.theProvider')
  return (
    <p className="gate-problem" role="alert">
      {t(i18n.exists(key) ? key : 'providers.refused.provider-refused', { label })}
    </p>
  )
}
