import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Tags } from 'lucide-react'
import { later } from '~/ui/later'
import type { BulkProps } from './BulkEdit'
import { heldIn } from './entries'

const BulkEditDialog = later(async () => (await import('./BulkEditDialog')).BulkEditDialog)

/** Adds choices to those that chosen records hold, or takes some away. */
export function BulkTag(props: BulkProps) {
  const [open, setOpen] = useState(false)
  const attribute = heldIn(props.object)
  if (!attribute) return null
  return (
    <>
      <Button size="small" icon={<Tags size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {attribute.label}
      </Button>
      {open && (
        <Suspense>
          <BulkEditDialog {...props} first={attribute} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
