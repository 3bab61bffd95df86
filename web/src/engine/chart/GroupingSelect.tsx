import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Grouping } from './groupings'
import { useChartWords } from './useChartWords'

interface GroupingSelectProps {
  groupings: readonly Grouping[]
  value: string
  onChange: (path: string) => void
}

/** What to group by: the record's own kinds, its days and times, and what it points to. */
export function GroupingSelect({ groupings, value, onChange }: GroupingSelectProps) {
  const { t } = useTranslation()
  const words = useChartWords()
  const own = groupings.filter(({ attribute, period, part }) => part || (!period && !attribute.name.includes('.')))
  const times = groupings.filter(({ period }) => period)
  const reached = groupings.filter(({ attribute, part }) => !part && attribute.name.includes('.'))
  const group = (label: string, members: readonly Grouping[]) => ({
    label,
    title: label,
    options: members.map((grouping) => ({ value: grouping.path, label: words.group(grouping) })),
  })
  return (
    <Select
      className="grouping-select"
      aria-label={t('chart.group')}
      value={value}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={260}
      onChange={onChange}
      options={[group(t('chart.own'), own), group(t('chart.reached'), reached), group(t('chart.times'), times)].filter(
        ({ options }) => options.length > 0,
      )}
    />
  )
}
