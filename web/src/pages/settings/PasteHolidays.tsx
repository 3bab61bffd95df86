import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { later } from '~/ui/later'

const PasteHolidaysDialog = later(async () => (await import('./PasteHolidaysDialog')).PasteHolidaysDialog)

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
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('settings.paste')}
      </Button>
      {open && (
        <Suspense>
          <PasteHolidaysDialog pending={pending} onPaste={(text) => onPaste(text, close)} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
