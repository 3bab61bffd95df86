import { useState } from 'react'
import { Button, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

/** Takes days over from a table or an announcement. */
export function PasteHolidays({
  pending,
  onPaste,
}: {
  pending: boolean
  onPaste: (text: string, done: () => void) => void
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('settings.paste')}
      </Button>
      <Modal
        open={open}
        title={t('settings.pasteTitle')}
        okText={t('settings.takeOver')}
        cancelText={t('action.cancel')}
        confirmLoading={pending}
        okButtonProps={{ disabled: !text.trim() }}
        onCancel={close}
        onOk={() => onPaste(text, () => (setText(''), close()))}
        destroyOnHidden
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
    </>
  )
}
