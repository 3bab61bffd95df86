import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { choiceListOptions, choiceListsOptions, type ListedChoices } from '~/api/choiceLists'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { ChoiceRows } from './ChoiceRows'
import './choices.css'

/** By their objects, as whoever looks for one would look. */
const grouped = (lists: readonly ListedChoices[]) =>
  [...Map.groupBy(lists, ({ objectLabel }) => objectLabel)].map(([label, options]) => ({
    label,
    options: options.map((each) => ({ value: each.id, label: `${label} · ${each.label}` })),
  }))

/** The choices people have, one list at a time. */
export function Choices() {
  const { t } = useTranslation()
  const lists = useQuery(choiceListsOptions)
  const [chosen, setChosen] = useState<string>()
  const id =
    chosen ?? lists.data?.items.find(({ object }) => object === 'opportunities')?.id ?? lists.data?.items[0]?.id
  const list = useQuery(choiceListOptions(id ?? ''))
  const error = lists.error ?? list.error
  return (
    <section className="card choices" aria-label={t('settings.choices')}>
      <header>
        <Select
          className="grow choices-list"
          aria-label={t('choiceLists.list')}
          showSearch
          optionFilterProp="label"
          value={id}
          loading={lists.isPending}
          onChange={setChosen}
          options={grouped(lists.data?.items ?? [])}
        />
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void Promise.all([lists.refetch(), list.refetch()])} />
      ) : lists.data?.items.length === 0 ? (
        <Empty title={t('choiceLists.none')} />
      ) : list.data ? (
        <ChoiceRows key={list.data.id} list={list.data} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </section>
  )
}
