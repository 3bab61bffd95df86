import { useState } from 'react'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Attribute } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { toWire } from '~/fields/wire'
import type { BulkProps } from './BulkEdit'
import { BulkFrame } from './BulkFrame'
import { entryOf, offeredIn, valuesOf, type Entry } from './entries'
import { EntryRow } from './EntryRow'
import { useBulkChange } from './useBulkChange'

const EMPTY: Entry = { name: '', value: null, clear: false }
const WORDS = { running: 'bulk.changing', done: 'bulk.changed' }
const TITLES = { many: 'bulk.titleMany', all: 'bulk.titleAll' }

/** Which attributes, and their new values; then what would become of the records, and only then the change itself. */
export function BulkEditDialog(props: BulkProps & { first?: Attribute; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const { object, chosen, first } = props
  const [entries, setEntries] = useState<readonly Entry[]>([first ? entryOf(first) : EMPTY])
  const offered = offeredIn(object)
  const attributeOf = (name: string) => offered.find((attribute) => attribute.name === name)
  const values = valuesOf(entries.filter(({ name }) => name))
  const update =
    values &&
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const attribute = attributeOf(name)
        return attribute ? [[name, toWire(catalog, attribute, value)] as const] : []
      }),
    )
  const changing = useBulkChange(object, chosen, update && { update }, WORDS)
  const { tally } = changing
  const change = (at: number, entry: Entry) => setEntries(entries.map((each, index) => (index === at ? entry : each)))
  return (
    <BulkFrame
      {...props}
      changing={changing}
      titles={TITLES}
      okText={tally ? t('bulk.change', { value: formatNumber(tally.updated, i18n.language) }) : t('bulk.preview')}
      disabled={!update || tally?.updated === 0}
    >
      {entries.map((entry, at) => (
        <EntryRow
          key={entry.name || `new-${at}`}
          entry={entry}
          attribute={attributeOf(entry.name)}
          offered={offered.filter(({ name }) => name === entry.name || entries.every((each) => each.name !== name))}
          complaint={changing.complaintOf(entry.name)}
          onChange={(next) => change(at, next)}
          onRemove={entries.length > 1 ? () => setEntries(entries.toSpliced(at, 1)) : undefined}
        />
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        disabled={entries.some(({ name }) => !name) || entries.length >= offered.length}
        onClick={() => setEntries([...entries, EMPTY])}
      >
        {t('bulk.more')}
      </Button>
    </BulkFrame>
  )
}
