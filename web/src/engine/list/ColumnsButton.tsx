import { useState } from 'react'
import { Button, Checkbox, Input, Popover } from 'antd'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '~/ui/useClearing'
import type { Attribute, ObjectType } from '~/api/types'
import { workedWith } from '../shared/worked'
import type { List } from './useList'

const HIDDEN = new Set(['id', 'version'])

/** Of fewer, all are seen at once. */
const SEARCHED = 12

function ColumnRow({
  attribute,
  at,
  count,
  onToggle,
  onMove,
}: {
  attribute: Attribute
  at: number
  count: number
  onToggle: () => void
  onMove: (by: number) => void
}) {
  const { t } = useTranslation()
  return (
    <li>
      <Checkbox checked={at >= 0} onChange={onToggle}>
        <span className="ellipsis">{attribute.label}</span>
      </Checkbox>
      {at >= 0 && (
        <span className="moves">
          <Button
            type="text"
            size="small"
            icon={<ArrowUp size={13} />}
            disabled={at === 0}
            aria-label={t('list.moveUp', { label: attribute.label })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDown size={13} />}
            disabled={at === count - 1}
            aria-label={t('list.moveDown', { label: attribute.label })}
            onClick={() => onMove(1)}
          />
        </span>
      )}
    </li>
  )
}

/** Chooses the columns and their order; the chosen stand first, in their order. */
export function ColumnsButton({ object, list }: { object: ObjectType; list: List }) {
  const { t } = useTranslation()
  const clearing = useClearing()
  const [sought, setSought] = useState('')
  const chosen = list.columns.slice(1)
  const names = chosen.map((column) => column.name)
  const others = workedWith(object).filter(
    (attribute) =>
      attribute.type !== 'lines' &&
      attribute.name !== object.title &&
      !HIDDEN.has(attribute.name) &&
      !names.includes(attribute.name),
  )

  const toggle = (name: string) =>
    list.setColumns(names.includes(name) ? names.filter((each) => each !== name) : [...names, name])
  const move = (at: number, by: number) => {
    const name = names[at]
    if (name) list.setColumns(names.toSpliced(at, 1).toSpliced(at + by, 0, name))
  }
  const content = (
    <div className="column-chooser">
      {chosen.length + others.length > SEARCHED && (
        <Input
          size="small"
          allowClear={clearing}
          aria-label={t('list.seekColumn')}
          placeholder={t('list.seekColumn')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul>
        {[...chosen, ...others]
          .filter(({ label }) => label.toLowerCase().includes(sought.trim().toLowerCase()))
          .map((attribute) => (
            <ColumnRow
              key={attribute.name}
              attribute={attribute}
              at={names.indexOf(attribute.name)}
              count={names.length}
              onToggle={() => toggle(attribute.name)}
              onMove={(by) => move(names.indexOf(attribute.name), by)}
            />
          ))}
      </ul>
      <Button size="small" type="link" onClick={() => list.setColumns(undefined)}>
        {t('list.defaultColumns')}
      </Button>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={content}
      onOpenChange={(open) => {
        if (!open) setSought('')
      }}
    >
      <button type="button" className="chip dashed">
        <Columns3 size={14} aria-hidden />
        {t('list.columns')}
      </button>
    </Popover>
  )
}
