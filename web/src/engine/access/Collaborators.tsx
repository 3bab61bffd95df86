import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Popover, Tooltip } from 'antd'
import { UserPlus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { sharesOptions, useGive, useTakeBack, type Share } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { Avatar } from '~/ui/Avatar'
import { PrincipalPicker } from './PrincipalPicker'
import './access.css'

const SHOWN = 4

interface CollaboratorsProps {
  object: ObjectType
  record: RecordData
}

function Editor({ object, record, people }: CollaboratorsProps & { people: readonly Share[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const give = useGive(object.name, record.id)
  const take = useTakeBack(object.name, record.id)
  const onError = (error: Error) => message.error(asProblem(error).message || t('state.failed'))
  return (
    <div className="collaborators-editor">
      <b>{t('share.collaborators')}</b>
      <p className="sub">{t('share.collaboratorsHelp')}</p>
      <ul>
        {people.map((share) => (
          <li key={share.to.id} className="person">
            <Avatar name={share.to.title} size="small" />
            <span className="grow">{share.to.title}</span>
            <Button
              type="text"
              size="small"
              icon={<X size={14} aria-hidden />}
              aria-label={t('share.removeCollaborator', { name: share.to.title })}
              onClick={() => take.mutate(share, { onError })}
            />
          </li>
        ))}
      </ul>
      <PrincipalPicker
        label={t('share.addCollaborator')}
        kinds={['user']}
        single
        autoFocus
        value={[]}
        onChange={([person]) =>
          person && give.mutate({ kind: 'collaborator', to: { kind: 'user', id: person.id } }, { onError })
        }
      />
    </div>
  )
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
          content={<Editor object={object} record={record} people={people} />}
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
