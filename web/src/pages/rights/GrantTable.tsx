import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { RIGHTS, type Grant } from '~/api/roles'
import type { ObjectType } from '~/api/types'
import { usePhone } from '~/ui/useMedia'
import { GrantCard } from './GrantCard'
import { GrantRow } from './GrantRow'

interface Row {
  grant: Grant
  object: ObjectType
}

interface GrantTableProps {
  grants: readonly Grant[]
  onChange: (grant: Grant) => void
  onFields: (object: string) => void
}

/** The objects in the order and the groups of the navigation; those it does not show come last. */
function useAreasOf(grants: readonly Grant[]): { label: string; rows: Row[] }[] {
  const { t } = useTranslation()
  const catalog = useCatalog()
  return useMemo(() => {
    const left = new Map(
      grants.flatMap((grant) => {
        const object = catalog.object(grant.object)
        return object ? [[object.name, { grant, object }] as const] : []
      }),
    )
    const take = (name: string): Row[] => {
      const row = left.get(name)
      left.delete(name)
      return row ? [row] : []
    }
    const areas = catalog.metadata.areas.map(({ label, objects }) => ({ label, rows: objects.flatMap(take) }))
    return [...areas, { label: t('rights.otherObjects'), rows: [...left.values()] }].filter(
      ({ rows }) => rows.length > 0,
    )
  }, [grants, catalog, t])
}

export function GrantTable({ grants, onChange, onFields }: GrantTableProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const areas = useAreasOf(grants)
  if (phone)
    return areas.map(({ label, rows }) => (
      <section key={label} className="card grant-cards" aria-label={label}>
        <h2>{label}</h2>
        {rows.map(({ grant, object }) => (
          <GrantCard key={object.name} grant={grant} object={object} onChange={onChange} onFields={onFields} />
        ))}
      </section>
    ))
  return (
    <div className="card grants" tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rights.object')}</th>
            <th scope="col">{t('rights.sees')}</th>
            <th scope="col">{t('rights.changes')}</th>
            {RIGHTS.map((right) => (
              <th key={right} scope="col" className="box" title={t(`rights.rightHelp.${right}`)}>
                {t(`rights.right.${right}`)}
              </th>
            ))}
            <th scope="col">{t('rights.fields')}</th>
          </tr>
        </thead>
        {areas.map(({ label, rows }) => (
          <tbody key={label}>
            <tr>
              <th scope="rowgroup" colSpan={RIGHTS.length + 4} className="area-row">
                {label}
              </th>
            </tr>
            {rows.map(({ grant, object }) => (
              <GrantRow key={object.name} grant={grant} object={object} onChange={onChange} onFields={onFields} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
