import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOffersDocuments } from '~/api/documents'
import { useLooking } from '~/api/session'
import { later } from '~/ui/later'
import type { BulkProps } from '../bulk/BulkEdit'

const ManyDocumentsDialog = later(async () => (await import('./ManyDocumentsDialog')).ManyDocumentsDialog)

/** Makes documents of chosen records. */
export function BulkDocuments(props: BulkProps) {
  const { t } = useTranslation()
  const looking = useLooking()
  const offers = useOffersDocuments(props.object)
  const [open, setOpen] = useState(false)
  if (looking || !offers) return null
  return (
    <>
      <Button size="small" icon={<FileText size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('documents.make')}
      </Button>
      {open && (
        <Suspense>
          <ManyDocumentsDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
