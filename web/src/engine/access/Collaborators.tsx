import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Tooltip } from 'antd'
import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sharesOptions } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { Avatar } from '~/ui/Avatar'
import { later } from '~/ui/later'
import './access.css'

const CollaboratorsEditor = later(async () => (await import('./CollaboratorsEditor')).CollaboratorsEditor)

const SHOWN = 4

interface CollaboratorsProps {
  object: ObjectType
  record: RecordData
}

/** Those who work on the record with its owner. */
export function Collaborators({ object, record }: CollaboratorsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(sharesOptions(object.name, record.id))
  const people = data?.items.filter(({ kind }) => kind === 'collaborator') ?? []
  if (!data || (people.length === 0 && !data.mayGive)) return null
  const names = people.map(({ to }) => to.title).join(t('filter.separator'))
  const avatars = people.length > 0 && (
    <Tooltip title={t('share.collaboratorsAre', { names })}>
      <span className="followers" role="img" aria-label={t('share.collaboratorsAre', { names })}>
        {people.slice(0, SHOWN).map(({ to }) => (
          <Avatar key={to.id} name={to.title} size="small" />
        ))}
        {people.length > SHOWN && <span className="sub num">+{people.length - SHOWN}</span>}
      </span>
    </Tooltip>
  )
  return (
    <span className="follow">
      {avatars}
      {data.mayGive && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          destroyOnHidden
          open={open}
          onOpenChange={setOpen}
          content={
            <Suspense>
              <CollaboratorsEditor object={object} record={record} people={people} />
            </Suspense>
          }
        >
          <Button
            type="text"
            size="small"
            icon={<UserPlus size={15} aria-hidden />}
            aria-haspopup="dialog"
            aria-label={t('share.collaborators')}
            title={t('share.collaborators')}
          />
        </Popover>
      )}
    </span>
  )
}
