import { useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { exactCountOptions } from '~/api/records'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { usePhone } from '~/ui/useMedia'
import { ExportButton } from '../export/ExportButton'
import { ViewTabs } from '../view/ViewTabs'
import { useListAddress, type List } from './useList'
import { ViewSwitch } from './ViewSwitch'

/** "1,000+" until somebody wants to know it exactly. */
function CountWords({ object, list }: { object: ObjectType; list: List }) {
  const { t, i18n } = useTranslation()
  const [asked, setAsked] = useState<string>()
  const exact = useQuery({
    ...exactCountOptions(object.name, list.filter || undefined, list.asOf),
    enabled: asked === list.filter,
  })
  const count = (asked === list.filter ? exact.data : undefined) ?? list.count
  if (!count) return null
  const words = t('list.count', {
    count: count.value,
    value: `${formatNumber(count.value, i18n.language)}${count.exact ? '' : '+'}`,
  })
  if (count.exact) return <span>{words}</span>
  return (
    <button type="button" className="plain count" title={t('list.countExactly')} onClick={() => setAsked(list.filter)}>
      {exact.isFetching ? '…' : words}
    </button>
  )
}

/** How many there are, and in which order they stand. */
export function ListNote({ object, list }: { object: ObjectType; list: List }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const sorted = useCatalog().attribute(object.name, list.sort?.attribute ?? '')
  return (
    <>
      <CountWords object={object} list={list} />
      {!phone && sorted && list.count && (
        <> · {t(list.sort?.falls ? 'list.sortedFalling' : 'list.sortedRising', { label: sorted.label })}</>
      )}
    </>
  )
}

/** The head of every page that shows the records of an object, however it shows them. */
export function ListHead({
  object,
  note,
  onCreate,
  ways = <ViewSwitch object={object} />,
}: {
  object: ObjectType
  note: ReactNode
  onCreate: () => void
  /** The other ways of looking at the same records. */
  ways?: ReactNode
}) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { address } = useListAddress()
  const createWords = t('action.createOne', { label: object.label })
  return (
    <>
      <div className="page-head">
        <h1>{object.pluralLabel}</h1>
        <span className="n">{note}</span>
        <span className="grow" />
        {ways}
        {!phone && object.rights.import && object.capabilities.includes('importable') && (
          <Link to="/imports" search={{ object: object.name }} className="button-link">
            <Upload size={15} aria-hidden />
            {t('action.import')}
          </Link>
        )}
        {object.rights.export && (
          <ExportButton object={object} chosen={{ filter: address.filter ?? '' }} bare={phone} />
        )}
        {object.rights.create && (
          <Button icon={<Plus size={15} aria-hidden />} aria-label={createWords} onClick={onCreate}>
            {phone ? null : createWords}
          </Button>
        )}
      </div>
      <ViewTabs object={object} />
    </>
  )
}
