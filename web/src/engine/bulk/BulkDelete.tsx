import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordData } from '~/api/types'
import { later } from '~/ui/later'
import { useUndoableDelete } from '../shared/useUndoableDelete'
import type { BulkProps } from './BulkEdit'

const BulkDeleteDialog = later(async () => (await import('./BulkDeleteDialog')).BulkDeleteDialog)

/** So many go at once; more are looked at first and go by a job. */
const AT_ONCE = 50

interface BulkDeleteProps extends BulkProps {
  /** The chosen records; undefined where it is a whole list. */
  rows: readonly RecordData[] | undefined
}

/** Moves chosen records to the recycle bin. */
export function BulkDelete({ rows, ...props }: BulkDeleteProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const remove = useUndoableDelete(props.object)
  const run = async () => {
    if (!rows || rows.length > AT_ONCE) setOpen(true)
    else if (await remove.run(rows)) props.onDone()
  }
  return (
    <>
      <Button
        size="small"
        danger
        icon={<Trash2 size={14} aria-hidden />}
        loading={remove.isPending}
        onClick={() => void run()}
      >
        {t('action.delete')}
      </Button>
      {open && (
        <Suspense>
          <BulkDeleteDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
