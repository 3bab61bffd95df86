import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Chosen } from '~/api/assign'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'
import { useCountedTitle } from '../shared/useCountedTitle'

const AssignDialog = later(async () => (await import('./AssignDialog')).AssignDialog)

const TITLES = { many: 'assign.titleMany', all: 'assign.titleAll' }

interface AssignActionProps {
  object: ObjectType
  chosen: Chosen
  /** How many that is, as far as one knows. */
  count: number | undefined
  onDone: () => void
}

/** Gives chosen records of a list to somebody else. */
export function AssignAction({ object, chosen, count, onDone }: AssignActionProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const title = useCountedTitle(object, count, TITLES)
  return (
    <>
      <Button size="small" icon={<UserRoundCheck size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('assign.action')}
      </Button>
      {open && (
        <Suspense>
          <AssignDialog
            object={object}
            what={chosen}
            title={title}
            onClose={() => setOpen(false)}
            onAssigned={onDone}
          />
        </Suspense>
      )}
    </>
  )
}
