import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { later } from '~/ui/later'
import type { BulkProps } from '../bulk/BulkEdit'

const SegmentMembersDialog = later(async () => (await import('./SegmentMembersDialog')).SegmentMembersDialog)

/** Puts chosen records of a list into a segment, or takes them out. */
export function BulkSegment(props: BulkProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon={<Layers size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('segments.one')}
      </Button>
      {open && (
        <Suspense>
          <SegmentMembersDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
