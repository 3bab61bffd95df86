import { App, Button } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useGive, useTakeBack, type Share } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { Avatar } from '~/ui/Avatar'
import { PrincipalPicker } from './PrincipalPicker'

interface EditorProps {
  object: ObjectType
  record: RecordData
  people: readonly Share[]
}

/** Adds people to those who work on a record, and takes them away. */
export function CollaboratorsEditor({ object, record, people }: EditorProps) {
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
