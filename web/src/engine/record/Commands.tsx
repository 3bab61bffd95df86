import { Button } from 'antd'
import { useCatalog, type Catalog } from '~/api/metadata'
import type { Command, ObjectType, RecordData } from '~/api/types'
import { useRunCommand } from './useRunCommand'

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
  const catalog = useCatalog()
  const { run, running, dialogs } = useRunCommand(object, record)
  return (
    <>
      {object.commands
        .filter((each) => isOffered(catalog, object, record, each))
        .map(({ path, label }) => (
          <Button key={path} loading={running === path} onClick={() => run(path, label)}>
            {label}
          </Button>
        ))}
      {dialogs}
    </>
  )
}
