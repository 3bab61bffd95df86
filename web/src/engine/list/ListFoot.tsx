import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { aggregateOptions } from '~/api/records'
import type { Attribute, ObjectType } from '~/api/types'
import { Restricted } from '../shared/Restricted'
import { sumWords } from '../shared/sums'
import { BulkBar } from './BulkBar'
import type { List } from './useList'
import type { Selection } from './useSelection'

/** The sums of the columns over the whole filtered list, not only of the rows that have come; they load apart because they may take longer. */
function Sums({ object, attributes, filter }: { object: ObjectType; attributes: Attribute[]; filter: string }) {
  const { t, i18n } = useTranslation()
  const measure = attributes.map((attribute) => `sum(${attribute.name})`)
  const { data } = useQuery(aggregateOptions(object.name, { measure, filter: filter || undefined }))
  const sums = attributes.map((attribute, index) => {
    const { text, each } = data
      ? sumWords(data.groups[0]?.[measure[index] ?? ''], i18n.language)
      : { text: '…', each: '' }
    return (
      <span key={attribute.name} title={each}>
        {t('list.sumOf', { label: attribute.label })} <b className="num">{text}</b>
      </span>
    )
  })
  return (
    <>
      {sums}
      <Restricted when={data?.restricted} />
    </>
  )
}

export function ListFoot({ object, list, selection }: { object: ObjectType; list: List; selection: Selection }) {
  const { t } = useTranslation()
  const summed = list.columns.filter((attribute) => attribute.summed)
  const selecting = selection.selected.length > 0 || selection.whole
  return (
    <div className="foot">
      {selecting ? (
        <BulkBar object={object} list={list} selection={selection} />
      ) : (
        <span className="hint">
          {t('list.keysHint')} <kbd>?</kbd>
        </span>
      )}
      <span className="grow" />
      {!selecting && summed.length > 0 && !list.asOf && !list.query.isError && (
        <Sums object={object} attributes={summed} filter={list.filter} />
      )}
    </div>
  )
}
