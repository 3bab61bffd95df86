import { useState } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

interface PasteHolidaysDialogProps {
  pending: boolean
  onPaste: (text: string) => void
  onClose: () => void
}

/** Where days from a table or an announcement are put. */
export function PasteHolidaysDialog({ pending, onPaste, onClose }: PasteHolidaysDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  return (
    <Modal
      open
      title={t('settings.pasteTitle')}
      okText={t('settings.takeOver')}
      cancelText={t('action.cancel')}
      confirmLoading={pending}
      okButtonProps={{ disabled: !text.trim() }}
      onCancel={onClose}
      onOk={() => onPaste(text)}
    >
      <p className="sub">{t('settings.pasteHelp')}</p>
      <Input.TextArea
        aria-label={t('settings.pasteTitle')}
        autoFocus
        rows={8}
        value={text}
        placeholder={t('settings.pasteExample')}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  )
}
