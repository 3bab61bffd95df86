import { useRef } from 'react'
import { Button, ConfigProvider } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordData } from '~/api/types'
import type { InputProps } from '../field'
import { FieldInput } from '../FieldInput'
import { fieldType } from '../registry'
import { Value } from '../Value'
import { useLineColumns } from './columns'

type Row = Partial<RecordData>

/** Rows not saved yet have no id; React still needs a key that stays when rows before them go. */
function useRowKeys() {
  const keys = useRef(new WeakMap<Row, string>())
  const last = useRef(0)
  const keyOf = (row: Row): string => {
    const key = row.id ?? keys.current.get(row) ?? `new-${++last.current}`
    keys.current.set(row, key)
    return key
  }
  const changed = (row: Row, name: string, value: unknown): Row => {
    const next = { ...row, [name]: value }
    keys.current.set(next, keyOf(row))
    return next
  }
  return { keyOf, changed }
}

export function LinesInput({ attribute, value, onChange, id, invalid, describedBy }: InputProps) {
  const { t } = useTranslation()
  const { componentDisabled } = ConfigProvider.useConfig()
  const columns = useLineColumns(attribute)
  const { keyOf, changed } = useRowKeys()
  const rows = (value as Row[] | null | undefined) ?? []
  const set = (row: Row, name: string, cell: unknown) =>
    onChange(rows.map((each) => (each === row ? changed(row, name, cell) : each)))

  return (
    <div
      className="lines editing"
      id={id}
      role="group"
      aria-label={attribute.label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      // It is scrolled by keys also where nothing in it takes the focus.
      tabIndex={componentDisabled ? 0 : undefined}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={fieldType(column).align}>
                {column.label}
              </th>
            ))}
            <th aria-label={t('action.remove')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                return (
                  <td key={column.name} className={fieldType(column).align}>
                    {column.writable ? (
                      <FieldInput
                        attribute={column}
                        value={row[column.name]}
                        onChange={(cell) => set(row, column.name, cell)}
                      />
                    ) : (
                      <Value attribute={column} value={row[column.name]} dense />
                    )}
                  </td>
                )
              })}
              <td>
                <Button
                  type="text"
                  size="small"
                  icon={<X size={14} />}
                  aria-label={t('action.remove')}
                  onClick={() => onChange(rows.filter((each) => each !== row))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="dashed" size="small" icon={<Plus size={14} />} onClick={() => onChange([...rows, {}])}>
        {t('action.addRow')}
      </Button>
    </div>
  )
}
