import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { useForms } from '../form/Forms'

export interface NextCreation {
  key: string
  label: string
  start: () => void
}

/** What one most likely makes next from here: the records that hang on this one. */
export function useNextCreations(object: ObjectType, record: RecordData): NextCreation[] {
  const catalog = useCatalog()
  const forms = useForms()
  return object.related.flatMap(({ object: name, attribute }) => {
    const related = catalog.object(name)
    return related?.rights.create &&
      !related.partOf &&
      name !== object.name &&
      catalog.attribute(name, attribute)?.writable
      ? [
          {
            key: `${name}.${attribute}`,
            label: related.label,
            start: () => forms.create(name, { [attribute]: { id: record.id, title: titleOf(record, object.title) } }),
          },
        ]
      : []
  })
}
