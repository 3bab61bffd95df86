import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { adviceOptions, usePutOff, type Advice } from '~/api/advice'
import { asProblem } from '~/api/problem'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { useForms } from '../form/Forms'
import { useRights } from './useRights'
import { useRunCommand } from './useRunCommand'

interface AdviceCardProps {
  object: ObjectType
  record: RecordData
}

/** What is best done next with the record, each with one way to do it; nothing where nothing is to be done. */
export function AdviceCard({ object, record }: AdviceCardProps) {
  const { t } = useTranslation()
  const forms = useForms()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { edit } = useRights(object, record)
  const { run, running, dialogs } = useRunCommand(object, record)
  const { putOff, takeBack } = usePutOff(object.name, record.id)
  const { data = [] } = useQuery(adviceOptions(object.name, record.id))
  const shown = data.filter(({ way }) => edit || way.kind === 'make' || way.kind === 'open')
  // What somebody is asked stays, also where following the advice has ended it.
  if (shown.length === 0) return dialogs

  const failed = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))
  const act = ({ way, action }: Advice) => {
    switch (way.kind) {
      case 'fill':
        return forms.edit(object.name, record, way.attribute)
      case 'make':
        return forms.create(way.object, {
          ...way.values,
          [way.attribute]: { id: record.id, title: titleOf(record, object.title) },
        })
      case 'open':
        return void navigate({ to: '/$object/$id', params: { object: way.object, id: way.id } })
      case 'run':
        return run(way.command, action)
    }
  }
  const later = (rule: string) =>
    putOff.mutate(rule, {
      onSuccess: () => {
        const key = `advice ${rule}`
        void message.info({
          key,
          content: (
            <>
              {t('advice.putOff')}{' '}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(key)
                  takeBack.mutate(rule, { onError: failed })
                }}
              >
                {t('action.undo')}
              </Button>
            </>
          ),
        })
      },
      onError: failed,
    })
  return (
    <section className="card advice" aria-label={t('advice.title')}>
      <h2>
        <Lightbulb size={15} aria-hidden />
        {t('advice.title')}
      </h2>
      <ul>
        {shown.map((advice) => (
          <li key={advice.rule} className="item">
            <span className="grow">{advice.reason}</span>
            <Button
              size="small"
              onClick={() => act(advice)}
              loading={advice.way.kind === 'run' && running === advice.way.command}
            >
              {advice.action}
            </Button>
            <Button
              type="text"
              size="small"
              onClick={() => later(advice.rule)}
              aria-label={t('advice.laterOf', { reason: advice.reason })}
            >
              {t('advice.later')}
            </Button>
          </li>
        ))}
      </ul>
      {dialogs}
    </section>
  )
}
