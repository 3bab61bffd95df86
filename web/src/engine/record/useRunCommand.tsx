import { Suspense, useState } from 'react'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lookalike } from '~/api/duplicates'
import { useCatalog } from '~/api/metadata'
import { asProblem, type Problem } from '~/api/problem'
import { useCommand } from '~/api/records'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { later } from '~/ui/later'

const Secret = later(async () => (await import('~/ui/Secret')).Secret)
const AlikeDialog = later(async () => (await import('./AlikeDialog')).AlikeDialog)

interface Foreseen {
  object: string
  candidates: Lookalike[]
  mayInsist: boolean
}

/** Records like one that a command would make. */
interface Alike extends Foreseen {
  path: string
  label: string
  /** What was said before: a command may make several records. */
  more: More
}

interface More {
  body?: Record<string, unknown>
  allowDuplicates?: boolean
}

const alikeOf = ({ status, members }: Problem): Foreseen | undefined =>
  status === 409 && Array.isArray(members.candidates) ? (members as unknown as Foreseen) : undefined

/** The attribute by which the record comes to point to what the command makes, or would. */
const referenceTo = (object: ObjectType, made: string): string =>
  object.attributes.find(({ reference, toPerson }) => reference === made && !toPerson)?.name ?? ''

/**
 * Runs commands of a record, wherever somebody asks for one: says that it is done, shows the password it made, and asks where what it would
 * make seems to be there already.
 */
export function useRunCommand(object: ObjectType, record: RecordData) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { message } = App.useApp()
  const command = useCommand(object.name)
  const [password, setPassword] = useState('')
  const [alike, setAlike] = useState<Alike>()
  const run = (path: string, label: string, more: More = {}) =>
    command.mutate(
      { id: record.id, version: record.version, command: path, ...more },
      {
        onSuccess: (answer) => {
          setAlike(undefined)
          setPassword(answer?.password ?? '')
          if (answer?.mailedTo) message.success(t('commands.mailed', { address: answer.mailedTo }))
          else if (!answer?.password) message.success(t('commands.done', { label }))
        },
        onError: (error) => {
          const problem = asProblem(error)
          const found = alikeOf(problem)
          if (found && catalog.object(found.object)) setAlike({ ...found, path, label, more })
          else void message.error(problem.message || t('state.failed'))
        },
      },
    )
  const dialogs = (
    <>
      {alike && (
        <Suspense>
          <AlikeDialog
            {...alike}
            pending={command.isPending}
            onUse={(id) =>
              run(alike.path, alike.label, {
                ...alike.more,
                body: { ...alike.more.body, [referenceTo(object, alike.object)]: { id } },
              })
            }
            onAnyway={() => run(alike.path, alike.label, { ...alike.more, allowDuplicates: true })}
            onClose={() => setAlike(undefined)}
          />
        </Suspense>
      )}
      {password && (
        <Suspense>
          <Secret
            title={t('commands.password', { name: titleOf(record, object.title) })}
            warning={t('commands.passwordOnce')}
            onClose={() => setPassword('')}
          >
            {password}
          </Secret>
        </Suspense>
      )}
    </>
  )
  /** Which one is under way. */
  const running = command.isPending ? command.variables.command : undefined
  return { run, running, dialogs }
}
