import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Where this browser remembers the company it signed in to last. */
const TENANT = 'keyuan.tenant'

export const rememberedTenant = () => localStorage.getItem(TENANT) ?? ''
export const rememberTenant = (tenant: string) => localStorage.setItem(TENANT, tenant)

/** The company somebody means, where there are several. */
export function TenantField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <label htmlFor="tenant">{t('session.tenant')}</label>
      <Input
        id="tenant"
        size="large"
        autoComplete="organization"
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}
