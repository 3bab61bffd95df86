import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ChevronDown, ChevronRight, Locate } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { hierarchyOptions, type Branch } from '~/api/graph'
import { useCatalog } from '~/api/metadata'
import { formatMoney, formatNumber } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'
import type { Place } from './useWalk'
import { titleIn, wordsOf } from './words'

function Totals({ branch }: { branch: Branch }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const told = [
    branch.records > 0 &&
      t('map.below', {
        count: branch.records,
        value: formatNumber(branch.records, i18n.language),
        label: catalog.object(branch.object)?.pluralLabel,
      }),
    ...branch.open.map(({ object, count, base }) =>
      [
        t('map.open', { value: formatNumber(count, i18n.language), label: catalog.object(object)?.pluralLabel }),
        base && formatMoney(base, i18n.language),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ].filter(Boolean)
  return <span className="sub">{told.join(' · ')}</span>
}

interface RowProps {
  branch: Branch
  depth: number
  current?: boolean
  open?: boolean
  onToggle?: () => void
  onCentre: (place: Place) => void
}

function BranchRow({ branch, depth, current, open, onToggle, onCentre }: RowProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const title = titleIn(catalog, branch, t('record.untitled'))
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <div className={`item branch${current ? ' current' : ''}`} style={{ paddingInlineStart: 14 + depth * 20 }}>
      {onToggle ? (
        <Button
          type="text"
          size="small"
          icon={<Chevron size={15} />}
          aria-expanded={open}
          aria-label={t(open ? 'map.fold' : 'map.unfold', { title })}
          onClick={onToggle}
        />
      ) : (
        <span className="branch-end" />
      )}
      <div className="grow">
        <Link to="/$object/$id" params={{ object: branch.object, id: branch.id }} aria-current={current || undefined}>
          {title}
        </Link>{' '}
        <span className="sub">{wordsOf(catalog, branch)}</span>
        <div className="ellipsis">
          <Totals branch={branch} />
        </div>
      </div>
      {!current && (
        <Button
          type="text"
          size="small"
          icon={<Locate size={15} />}
          aria-label={t('map.centre', { title })}
          onClick={() => onCentre(branch)}
        />
      )}
    </div>
  )
}

interface BelowProps {
  of: Place
  depth: number
  onCentre: (place: Place) => void
}

/** What lies right in a record. */
function Below({ of, depth, onCentre }: BelowProps) {
  const { data, error, refetch } = useQuery(hierarchyOptions(of.object, of.id))
  if (data) return <Branches under={data.under} depth={depth} onCentre={onCentre} />
  return <li>{error ? <Failure error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={2} />}</li>
}

function Branches({ under, depth, onCentre }: Omit<BelowProps, 'of'> & { under: readonly Branch[] }) {
  return under.map((branch) => <Unfolding key={branch.id} branch={branch} depth={depth} onCentre={onCentre} />)
}

function Unfolding({ branch, depth, onCentre }: Omit<BelowProps, 'of'> & { branch: Branch }) {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <BranchRow
        branch={branch}
        depth={depth}
        open={open}
        onToggle={branch.records > 0 ? () => setOpen(!open) : undefined}
        onCentre={onCentre}
      />
      {open && (
        <ul>
          <Below of={branch} depth={depth + 1} onCentre={onCentre} />
        </ul>
      )}
    </li>
  )
}

/** What a record lies in and what lies in it, with figures of everything below. */
export function HierarchyTree({ of, onCentre }: { of: Place; onCentre: (place: Place) => void }) {
  const { t, i18n } = useTranslation()
  const { data, error, refetch } = useQuery(hierarchyOptions(of.object, of.id))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const depth = data.above.length
  const left = data.count - data.under.length
  return (
    <ul className="map-list tree">
      {data.above.map((branch, at) => (
        <li key={branch.id}>
          <BranchRow branch={{ ...branch, records: 0, open: [] }} depth={at} onCentre={onCentre} />
        </li>
      ))}
      <li>
        <BranchRow branch={data.node} depth={depth} current onCentre={onCentre} />
        <ul>
          <Branches under={data.under} depth={depth + 1} onCentre={onCentre} />
        </ul>
        {left > 0 && (
          <p className="map-rest">{t('map.further', { count: left, value: formatNumber(left, i18n.language) })}</p>
        )}
        {!data.exact && <p className="map-rest sub">{t('map.notAll')}</p>}
        {data.above.length === 0 && data.under.length === 0 && <p className="nothing">{t('map.alone')}</p>}
      </li>
    </ul>
  )
}
