import { Suspense, useMemo, useState, type ReactNode } from 'react'
import { Popover } from 'antd'
import { Code, ListFilter, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { workedWith } from '../shared/worked'
import { operatorsOf } from '~/fields/registry'
import { later } from '~/ui/later'
import { useSegmentAttribute } from '../segment/useSegmentAttribute'
import { reachedAttributes } from '../shared/reached'
import { readFilter, writeFilter, type Condition } from './conditions'
import { ConditionWords } from './ConditionWords'
import './filter.css'

const ConditionEditor = later(async () => (await import('./ConditionEditor')).ConditionEditor)
const ExpressionEditor = later(async () => (await import('./ExpressionEditor')).ExpressionEditor)

interface ChipProps {
  condition: Condition
  editor: (close: () => void) => ReactNode
  onRemove: () => void
}

function Chip({ condition, editor, onRemove }: ChipProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <span className="chip">
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={open}
        onOpenChange={setOpen}
        content={<Suspense>{editor(() => setOpen(false))}</Suspense>}
      >
        <button type="button" className="plain ellipsis">
          <ConditionWords condition={condition} />
        </button>
      </Popover>
      <button type="button" className="plain remove" aria-label={t('filter.remove')} onClick={onRemove}>
        <X size={13} aria-hidden />
      </button>
    </span>
  )
}

interface FilterBarProps {
  object: ObjectType
  filter: string
  onChange: (filter: string) => void
  problem?: Problem
  /** Only by what stands in the record itself, not by what it points to. */
  own?: boolean
  children?: ReactNode
}

/** The filter as chips that all must hold; each is edited where it stands. */
export function FilterBar({ object, filter, onChange, problem, own, children }: FilterBarProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [writing, setWriting] = useState(false)
  const catalog = useCatalog()
  // Asked for only where one may need them: most lists are opened without.
  const kept = useSegmentAttribute(object, !own && (adding || filter.includes('inSegment')))
  const offered = useMemo(
    () =>
      [...workedWith(object), ...kept, ...(own ? [] : reachedAttributes(catalog, object))].filter(
        (attribute) => attribute.filterable && operatorsOf(attribute).length > 0,
      ),
    [catalog, object, own, kept],
  )
  const conditions = useMemo(() => readFilter(filter, offered), [filter, offered])
  const replace = (index: number, ...next: Condition[]) =>
    onChange(writeFilter(conditions.toSpliced(index, 1, ...next)))

  const editorOf = (condition: Condition, index: number) => (close: () => void) =>
    condition.kind === 'worded' ? (
      <ConditionEditor
        attributes={offered}
        initial={condition}
        onDone={(next) => {
          close()
          replace(index, next)
        }}
      />
    ) : (
      <ExpressionEditor
        initial={condition.text}
        onDone={(text) => {
          close()
          replace(index, ...(text ? [{ kind: 'raw' as const, text }] : []))
        }}
      />
    )

  return (
    <div className="filter-bar" role="group" aria-label={t('filter.title')}>
      {conditions.map((condition, index) => (
        <Chip key={index} condition={condition} editor={editorOf(condition, index)} onRemove={() => replace(index)} />
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={adding}
        onOpenChange={setAdding}
        content={
          <Suspense>
            <ConditionEditor
              attributes={offered}
              onDone={(next) => {
                setAdding(false)
                onChange(writeFilter([...conditions, next]))
              }}
            />
          </Suspense>
        }
      >
        <button type="button" className="chip dashed">
          <ListFilter size={14} aria-hidden />
          {t('filter.add')}
        </button>
      </Popover>
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={writing}
        onOpenChange={setWriting}
        content={
          <Suspense>
            <ExpressionEditor
              initial={filter}
              problem={problem}
              onDone={(text) => {
                setWriting(false)
                onChange(text)
              }}
            />
          </Suspense>
        }
      >
        <button
          type="button"
          className={problem ? 'chip dashed wrong' : 'chip dashed'}
          aria-label={t('filter.expression')}
          title={t('filter.expression')}
        >
          <Code size={14} aria-hidden />
        </button>
      </Popover>
      {filter && (
        <button type="button" className="plain clear" onClick={() => onChange('')}>
          {t('filter.clear')}
        </button>
      )}
      <span className="grow" />
      {children}
    </div>
  )
}
