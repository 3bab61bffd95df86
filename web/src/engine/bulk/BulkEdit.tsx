import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Chosen } from '~/api/assign'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'

const BulkEditDialog = later(async () => (await import('./BulkEditDialog')).BulkEditDialog)

export interface BulkProps {
  object: ObjectType
  chosen: Chosen
  /** How many that is, as far as one knows. */
  count: number | undefined
  onDone: () => void
}

/** Gives chosen records of a list the same values. */
export function BulkEdit(props: BulkProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon={<SquarePen size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('action.edit')}
      </Button>
      {open && (
        <Suspense>
          <BulkEditDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
