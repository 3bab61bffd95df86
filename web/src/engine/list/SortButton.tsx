import { Dropdown } from 'antd'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { fallsFirst, nextSort } from './address'
import type { List } from './useList'

/** Sorting where there are no headers to click: the columns' attributes, and once more for the other direction. */
export function SortButton({ object, list }: { object: ObjectType; list: Pick<List, 'columns' | 'sort' | 'setSort'> }) {
  const { t } = useTranslation()
  const offered = object.attributes.filter((attribute) => attribute.sortable && list.columns.includes(attribute))
  const items = offered.map((attribute) => {
    const sorted = list.sort?.attribute === attribute.name ? list.sort : undefined
    const Arrow = sorted?.falls ? ArrowDown : ArrowUp
    return {
      key: attribute.name,
      label: attribute.label,
      icon: sorted && <Arrow size={14} aria-hidden />,
      onClick: () => list.setSort(nextSort(sorted, attribute.name, fallsFirst(attribute))),
    }
  })
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="chip dashed" aria-label={t('list.sort')}>
        <ArrowUpDown size={14} aria-hidden />
      </button>
    </Dropdown>
  )
}
