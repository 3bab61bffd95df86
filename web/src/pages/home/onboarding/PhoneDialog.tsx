import { Button, Modal, Typography } from 'antd'
import { useTranslation } from 'react-i18next'

/** How the console comes to a phone: by its address, and from there to the screen one begins with. */
export function PhoneDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('onboarding.steps.phone.title')}
      onCancel={onClose}
      footer={[
        <Button key="later" onClick={onClose}>
          {t('onboarding.later')}
        </Button>,
        <Button key="done" type="primary" onClick={onDone}>
          {t('onboarding.didIt')}
        </Button>,
      ]}
    >
      <ol className="phone-steps">
        <li>
          {t('onboarding.phone.open')}
          <Typography.Text className="phone-address" copyable>
            {location.origin}
          </Typography.Text>
        </li>
        <li>{t('onboarding.phone.signIn')}</li>
        <li>{t('onboarding.phone.install')}</li>
      </ol>
    </Modal>
  )
}
