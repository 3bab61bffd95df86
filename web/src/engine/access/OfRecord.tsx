import { lazy, Suspense, useState } from 'react'
import type { ObjectType, RecordData } from '~/api/types'
import { later } from '~/ui/later'
import { Collaborators } from './Collaborators'
import { ShareButton } from './ShareButton'

const WhyDrawer = later(async () => (await import('./WhyDrawer')).WhyDrawer)
const PersonRoles = lazy(async () => ({ default: (await import('./PersonRoles')).PersonRoles }))

interface OfRecordProps {
  object: ObjectType
  record: RecordData
}

/** Who works on a record with its owner, and who else has it. */
export const Sharing = (props: OfRecordProps) => (
  <>
    <Collaborators {...props} />
    <ShareButton {...props} />
  </>
)

/** Loads only when somebody asks, and stays so that it can close. */
export function Why({ open, ...props }: OfRecordProps & { open: boolean; onClose: () => void }) {
  const [asked, setAsked] = useState(open)
  if (open && !asked) setAsked(true)
  return (
    asked && (
      <Suspense>
        <WhyDrawer {...props} open={open} />
      </Suspense>
    )
  )
}

/** The roles of a person. */
export const RolesOf = ({ record }: { record: RecordData }) => (
  <Suspense>
    <PersonRoles record={record} />
  </Suspense>
)
