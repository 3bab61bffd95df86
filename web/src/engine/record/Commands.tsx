import { Suspense, useState } from 'react'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog, type Catalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useCommand } from '~/api/records'
import type { Command, ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { later } from '~/ui/later'

const Secret = later(async () => (await import('~/ui/Secret')).Secret)

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
  const run = (path: string, label: string) =>
    command.mutate(
      { id: record.id, version: record.version, command: path },
      {
        onSuccess: (answer) => {
          setPassword(answer?.password ?? '')
          if (answer?.mailedTo) message.success(t('commands.mailed', { address: answer.mailedTo }))
          else if (!answer?.password) message.success(t('commands.done', { label }))
        },
        onError: (error) => message.error(asProblem(error).message || t('state.failed')),
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
