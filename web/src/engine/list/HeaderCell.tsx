import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Attribute } from '~/api/types'
import { fieldType } from '~/fields/registry'
import { fallsFirst, nextSort } from './address'
import type { List } from './useList'

export function HeaderCell({ attribute, list }: { attribute: Attribute; list: List }) {
  const sorted = list.sort?.attribute === attribute.name ? list.sort : undefined
  const Arrow = sorted?.falls ? ArrowDown : ArrowUp
  const className = fieldType(attribute).align === 'end' ? 'cell end' : 'cell'
  if (!attribute.sortable) {
    return (
      <div role="columnheader" className={className} title={attribute.label}>
        <span className="ellipsis">{attribute.label}</span>
      </div>
    )
  }
  return (
    <div
      role="columnheader"
      className={className}
      aria-sort={sorted ? (sorted.falls ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="plain sort"
        title={attribute.label}
        onClick={() => list.setSort(nextSort(sorted, attribute.name, fallsFirst(attribute)))}
      >
        <span className="ellipsis">{attribute.label}</span>
        {sorted && <Arrow size={13} aria-hidden />}
      </button>
    </div>
  )
}
