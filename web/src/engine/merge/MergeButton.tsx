import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Merge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'
import { mayMerge, MOST_MERGED } from './mergeable'

const MergeDialog = later(async () => (await import('./MergeDialog')).MergeDialog)

interface MergeButtonProps {
  object: ObjectType
  ids: readonly string[]
  onMerged?: (into: string) => void
}

/** Begins to make one of these records; nothing where that cannot be. */
export function MergeButton({ object, ids, onMerged }: MergeButtonProps) {
  const { t } = useTranslation()
  const looking = useLooking()
  const [open, setOpen] = useState(false)
  if (looking || !mayMerge(object) || ids.length < 2 || ids.length > MOST_MERGED + 1) return null
  return (
    <>
      <Button size="small" icon={<Merge size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('merge.action')}
      </Button>
      {open && (
        <Suspense>
          <MergeDialog object={object} ids={ids} onClose={() => setOpen(false)} onMerged={onMerged} />
        </Suspense>
      )}
    </>
  )
}
