import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { lookalikesOptions } from '~/api/duplicates'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { toWire } from '~/fields/wire'
import { useDebounced } from '~/ui/useDebounced'
import { LookalikeList } from './LookalikeList'
import type { RecordForm } from './useRecordForm'

const REST_MS = 600
const SHOWN = 5

/** While somebody types, the records like theirs; it is never in the way. */
export function TypedLookalikes({ object, form, id }: { object: ObjectType; form: RecordForm; id?: string }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const typed = Object.fromEntries(
    (object.compared ?? []).flatMap((name) => {
      const attribute = catalog.attribute(object.name, name)
      const value = form.typed[name]
      return attribute?.writable && !isEmpty(value) ? [[name, toWire(catalog, attribute, value)]] : []
    }),
  )
  const values = useDebounced(JSON.stringify(typed), REST_MS)
  const { data } = useQuery({
    ...lookalikesOptions(object.name, id, JSON.parse(values) as Record<string, unknown>),
    enabled: values !== '{}',
  })
  if (!data?.length) return null
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('duplicates.typed')}
      description={<LookalikeList object={object} lookalikes={data.slice(0, SHOWN)} />}
    />
  )
}
