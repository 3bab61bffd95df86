import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sharesOptions } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { later } from '~/ui/later'

const ShareDialog = later(async () => (await import('./ShareDialog')).ShareDialog)

/** With how many a record is shared, and the way to say with whom. */
export function ShareButton({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(sharesOptions(object.name, record.id))
  const count = data?.items.filter(({ kind }) => kind !== 'collaborator').length ?? 0
  // Whoever may not give it and has nobody to read of needs no button.
  if (!data || (!data.mayGive && data.items.length === 0)) return null
  return (
    <>
      <Button
        icon={<Share2 size={15} aria-hidden />}
        aria-label={t('share.buttonName', { count })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('share.button')}
        {count > 0 && <span className="num share-count">{count}</span>}
      </Button>
      {open && (
        <Suspense>
          <ShareDialog object={object} record={record} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
