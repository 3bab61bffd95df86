import { useQuery } from '@tanstack/react-query'
import { openOptions, relatedOptions } from '~/api/overview'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { Failure } from '~/ui/states'
import { RelatedCard } from './RelatedCard'

/** The records of each kind that belong to this one: those due first, then the newest. */
export function RelatedCards({ object, record }: { object: ObjectType; record: RecordData }) {
  const { data, error, refetch } = useQuery(relatedOptions(object.name, record.id))
  const open = useQuery({ ...openOptions(object.name, record.id), enabled: !record.deletedAt })
  if (error && !data)
    return (
      <section className="card">
        <Failure error={error} onRetry={() => void refetch()} />
      </section>
    )
  return object.related.map((related) => (
    <RelatedCard
      key={`${related.object}.${related.attribute}`}
      related={related}
      record={record}
      title={titleOf(record, object.title)}
      open={open.data?.find((each) => each.object === related.object && each.attribute === related.attribute)}
      found={data?.find((each) => each.object === related.object && each.attribute === related.attribute)}
    />
  ))
}
