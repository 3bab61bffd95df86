import { Alert, Button, Modal, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import './secret.css'

interface SecretProps {
  title: string
  /** Why it has to be copied now. */
  warning: string
  children: string
  onClose: () => void
}

/** Shows something this once: the server keeps only its trace. */
export function Secret({ title, warning, children, onClose }: SecretProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('tokens.copied')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={warning} />
      <Typography.Paragraph className="secret" copyable>
        <code>{children}</code>
      </Typography.Paragraph>
    </Modal>
  )
}
