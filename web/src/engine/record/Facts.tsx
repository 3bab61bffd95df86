import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'

const SHOWN = 6

/** What the object's list finds worth a column, large, at the top; choices and the owner already stand beside the title. */
export function Facts({ object, record }: { object: ObjectType; record: RecordData }) {
  const facts = useCatalog()
    .pick(object.name, object.columns)
    .filter(
      (attribute) =>
        attribute.name !== object.title &&
        attribute.name !== 'owner' &&
        !attribute.choices &&
        attribute.type !== 'lines',
    )
    .filter((attribute) => !isEmpty(record[attribute.name]))
    .slice(0, SHOWN)
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map((attribute) => (
        <div key={attribute.name}>
          <dt>{attribute.label}</dt>
          <dd>
            <Value attribute={attribute} value={record[attribute.name]} dense />
          </dd>
        </div>
      ))}
    </dl>
  )
}
