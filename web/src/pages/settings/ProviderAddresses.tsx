import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Setting } from './Setting'

/** What has to be entered at the provider. */
export function ProviderAddresses({ id }: { id: string }) {
  const { t } = useTranslation()
  const base = `${window.location.origin}/sign-in`
  const addresses = {
    redirect: `${base}/oidc/${id}/callback`,
    afterSignOut: base,
    backChannel: `${base}/oidc/${id}/logout`,
  }
  return Object.entries(addresses).map(([name, address]) => (
    <Setting key={name} label={t(`providers.addresses.${name}`)} help={t(`providers.addresses.${name}Help`)}>
      <Typography.Text code copyable className="provider-address">
        {address}
      </Typography.Text>
    </Setting>
  ))
}
