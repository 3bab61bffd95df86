import { Alert, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import '../factor.css'

/** Shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation()
  return (
    <div className="recovery">
      <Alert type="warning" showIcon title={t('security.codesOnce')} />
      <ul aria-label={t('security.recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Typography.Text copyable={{ text: codes.join('\n') }}>{t('security.copyAll')}</Typography.Text>
    </div>
  )
}
