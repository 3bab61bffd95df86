import { useMemo } from 'react'
import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { FilterBar } from '../filter/FilterBar'
import { useForms } from '../form/Forms'
import { ListHead } from '../list/ListHead'
import { useListAddress } from '../list/useList'
import { useKeys } from '../shared/useKeys'
import { usePageTitle } from '~/ui/usePageTitle'
import { ChartCard } from './ChartCard'
import { findGrouping, groupingsOf, kindsOf, usualGrouping, type Grouping, type Kind } from './groupings'
import { GroupingSelect } from './GroupingSelect'
import { COUNT, measuresOf, type Measure } from './measures'
import { useChart } from './useChart'
import { useChartWords } from './useChartWords'
import '../list/list.css'

interface Choice {
  groupings: Grouping[]
  grouping: Grouping
  measures: Measure[]
  measure: Measure
  kinds: Kind[]
  kind: Kind
}

/** What the address asks for, as far as it makes sense; else what is most telling. */
function useChoice(object: ObjectType): Choice | undefined {
  const catalog = useCatalog()
  const { address } = useListAddress()
  const groupings = useMemo(() => groupingsOf(catalog, object), [catalog, object])
  const measures = useMemo(() => measuresOf(object), [object])
  const grouping = findGrouping(groupings, address.group) ?? usualGrouping(groupings, object)
  if (!grouping) return undefined
  const kinds = kindsOf(grouping, object)
  return {
    groupings,
    grouping,
    measures,
    measure: measures.find(({ name }) => name === address.measure) ?? COUNT,
    kinds,
    kind: kinds.find((each) => each === address.kind) ?? kinds[0] ?? 'breakdown',
  }
}

function ChosenChart({ object, choice }: { object: ObjectType; choice: Choice }) {
  const { t } = useTranslation()
  const words = useChartWords()
  const { address, change } = useListAddress()
  const { grouping, measure, kind } = choice
  const filter = address.filter ?? ''
  const chart = useChart(object, grouping, measure, kind, filter)
  const problem = chart.query.isError ? asProblem(chart.query.error) : undefined
  return (
    <>
      <FilterBar
        object={object}
        filter={filter}
        onChange={(next) => change({ filter: next })}
        problem={problem?.status === 400 ? problem : undefined}
      />
      <div className="chart-choice" role="group" aria-label={t('chart.choose')}>
        <GroupingSelect
          groupings={choice.groupings}
          value={grouping.path}
          onChange={(group) => change({ group, kind: undefined })}
        />
        <Select
          aria-label={t('chart.measure')}
          value={measure.name}
          popupMatchSelectWidth={false}
          options={choice.measures.map((each) => ({ value: each.name, label: words.measure(each) }))}
          onChange={(name: string) => change({ measure: name === COUNT.name ? undefined : name })}
        />
        {choice.kinds.length > 1 && (
          <Segmented<Kind>
            aria-label={t('chart.kind')}
            value={kind}
            onChange={(next) => change({ kind: next })}
            options={choice.kinds.map((each) => ({ value: each, label: t(`chart.kinds.${each}`) }))}
          />
        )}
      </div>
      <div className="chart-page">
        <ChartCard object={object} title={words.title(object, kind, grouping, measure)} chart={chart} filter={filter} />
      </div>
    </>
  )
}

/** The records of an object as a picture: what it groups by, measures and draws is chosen here and stands in the address. */
export function ChartPage({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const forms = useForms()
  const choice = useChoice(object)
  const create = () => {
    if (object.rights.create) forms.create(object.name)
  }
  useKeys({ c: create })
  usePageTitle(t('chart.pageTitle', { label: object.pluralLabel }))
  return (
    <div className="list-page">
      <ListHead object={object} note={null} onCreate={create} />
      {choice && <ChosenChart object={object} choice={choice} />}
    </div>
  )
}
