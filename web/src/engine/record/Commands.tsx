import { Suspense, useState } from 'react'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog, type Catalog } from '~/api/metadata'
import type { Lookalike } from '~/api/duplicates'
import { asProblem, type Problem } from '~/api/problem'
import { useCommand } from '~/api/records'
import type { Command, ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { later } from '~/ui/later'

const Secret = later(async () => (await import('~/ui/Secret')).Secret)

const AlikeDialog = later(async () => (await import('./AlikeDialog')).AlikeDialog)

/** Records like one that a command would make. */
interface Alike extends Foreseen {
  path: string
  label: string
}

interface Foreseen {
  object: string
  candidates: Lookalike[]
  mayInsist: boolean
}

const alikeOf = ({ status, members }: Problem): Foreseen | undefined =>
  status === 409 && Array.isArray(members.candidates) ? (members as unknown as Foreseen) : undefined

/** The attribute by which the record comes to point to what the command makes, or would. */
const referenceTo = (object: ObjectType, made: string): string =>
  object.attributes.find(({ reference, toPerson }) => reference === made && !toPerson)?.name ?? ''

interface CommandsProps {
  object: ObjectType
  record: RecordData
}

/** Whether the record stands where the command makes sense. */
function isOffered(
  catalog: Catalog,
  object: ObjectType,
  record: RecordData,
  { attribute, meanings }: Command,
): boolean {
  const choices = catalog.attribute(object.name, attribute)?.choices
  const meaning = choices?.find(({ code }) => code === record[attribute])?.meaning
  return Boolean(meaning && meanings.includes(meaning))
}

/** What can be done with the record beyond changing it. */
export function Commands({ object, record }: CommandsProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { message } = App.useApp()
  const command = useCommand(object.name)
  const [password, setPassword] = useState('')
  const [alike, setAlike] = useState<Alike>()
  const run = (path: string, label: string, more: { body?: Record<string, unknown>; allowDuplicates?: boolean } = {}) =>
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
          if (found) setAlike({ ...found, path, label })
          else void message.error(problem.message || t('state.failed'))
        },
      },
    )
  return (
    <>
      {object.commands
        .filter((each) => isOffered(catalog, object, record, each))
        .map(({ path, label }) => (
          <Button
            key={path}
            loading={command.isPending && command.variables.command === path}
            onClick={() => run(path, label)}
          >
            {label}
          </Button>
        ))}
      {alike && (
        <Suspense>
          <AlikeDialog
            {...alike}
            pending={command.isPending}
            onUse={(id) => run(alike.path, alike.label, { body: { [referenceTo(object, alike.object)]: { id } } })}
            onAnyway={() => run(alike.path, alike.label, { allowDuplicates: true })}
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
}
