import { useNavigate, useSearch } from '@tanstack/react-router'
import { readAuditFilter, type AuditFilter } from '~/api/audit'
import { AuditFilters } from './AuditFilters'
import { AuditList } from './AuditList'
import { Chain } from './Chain'
import './audit.css'

/** Who did what, for administrators; what is looked for is in the address. */
export function Audit() {
  const filter = readAuditFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: AuditFilter) =>
    void navigate({ to: '/settings/$section', params: { section: 'audit' }, search: next, replace: true })
  return (
    <div className="audit">
      <Chain />
      <AuditFilters filter={filter} onChange={change} />
      <AuditList filter={filter} onNarrow={(more) => change({ ...filter, ...more })} />
    </div>
  )
}
