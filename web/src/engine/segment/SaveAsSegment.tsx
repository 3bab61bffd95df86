import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { memberFilter } from '~/api/segments'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'

const SegmentDialog = later(async () => (await import('./SegmentDialog')).SegmentDialog)

/** Keeps the records a list is filtered by together, under a name. */
export function SaveAsSegment({ object, filter }: { object: ObjectType; filter: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="view-save" onClick={() => setOpen(true)}>
        <Layers size={14} aria-hidden />
        {t('segments.save')}
      </button>
      {open && (
        <Suspense>
          <SegmentDialog
            object={object}
            filter={filter}
            onClose={() => setOpen(false)}
            onSaved={({ id }) =>
              void navigate({ to: '/$object', params: { object: object.name }, search: { filter: memberFilter(id) } })
            }
          />
        </Suspense>
      )}
    </>
  )
}
