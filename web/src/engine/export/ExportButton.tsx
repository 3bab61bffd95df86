import { lazy, Suspense, useState } from 'react'
import { Button } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Chosen } from '~/api/assign'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }))

export interface ExportProps {
  object: ObjectType
  chosen: Chosen
  /** How many that is, as far as one knows. */
  count?: number
}

/** Takes records of a list out as a file; small or bare where there is little room. */
export function ExportButton({ small, bare, ...props }: ExportProps & { small?: boolean; bare?: boolean }) {
  const { t } = useTranslation()
  const looking = useLooking()
  const [open, setOpen] = useState(false)
  if (looking) return null
  return (
    <>
      <Button
        size={small ? 'small' : 'middle'}
        icon={<Download size={small ? 14 : 15} aria-hidden />}
        aria-label={t('exports.export')}
        onClick={() => setOpen(true)}
      >
        {bare ? null : t('exports.export')}
      </Button>
      {open && (
        <Suspense>
          <ExportDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
