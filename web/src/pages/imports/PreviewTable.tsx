import { useTranslation } from 'react-i18next'
import type { ImportField, PreviewCell, PreviewRow } from '~/api/imports'
import type { Attribute, ObjectType } from '~/api/types'
import { Value } from '~/fields/Value'

const COLORS = { created: 'jade', updated: 'indigo', skipped: 'slate', failed: 'cinnabar' } as const

function Cell({ cell, attribute }: { cell: PreviewCell; attribute?: Attribute }) {
  const wrong = cell.errors?.map(({ message }) => message).join(' ')
  return (
    <td className={wrong ? 'wrong' : undefined} title={cell.text}>
      {attribute && cell.value !== undefined && !wrong ? (
        <Value attribute={attribute} value={cell.value} dense={attribute.type !== 'time'} linkless />
      ) : typeof cell.value === 'string' && !wrong ? (
        // A part of a value, as people call it.
        cell.value
      ) : (
        cell.text
      )}
      {wrong && <small>{wrong}</small>}
    </td>
  )
}

export function PreviewTable({
  object,
  rows,
  fields,
}: {
  object: ObjectType
  rows: PreviewRow[]
  fields: ImportField[]
}) {
  const { t } = useTranslation()
  const names = Object.keys(rows[0]?.cells ?? {})
  const attributes = new Map(object.attributes.map((attribute) => [attribute.name, attribute]))
  if (rows.length === 0) return <p className="wizard-note">{t('imports.noRows')}</p>
  return (
    <div className="preview" tabIndex={0} role="region" aria-label={t('imports.step.preview')}>
      <table>
        <thead>
          <tr>
            <th>{t('imports.line')}</th>
            <th>{t('imports.outcome')}</th>
            {names.map((name) => (
              <th key={name}>{fields.find(({ field }) => field === name)?.label ?? name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="num sub">{row.line}</td>
              <td className={row.errors.length ? 'wrong' : undefined}>
                <span className={`pill ${COLORS[row.outcome]}`}>{t(`jobs.account.${row.outcome}`)}</span>
                {row.errors.length > 0 && <small>{row.errors.map(({ message }) => message).join(' ')}</small>}
              </td>
              {names.map((name) => (
                <Cell key={name} cell={row.cells[name] ?? { text: '' }} attribute={attributes.get(name)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
