import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Network } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectType, RecordData } from '~/api/types'
import { loadWords } from '~/i18n'
import { later } from '~/ui/later'

const MapDialog = later(async () => {
  const [{ MapDialog: Dialog }] = await Promise.all([import('./MapDialog'), loadWords('map')])
  return Dialog
})

/** Opens the map of what belongs with a record. */
export function MapButton({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Network size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t('record.map')}
      </Button>
      {open && (
        <Suspense>
          <MapDialog key={record.id} object={object} record={record} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
