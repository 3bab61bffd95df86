import type { RecordData } from '~/api/types'
import type { DisplayProps } from '../field'
import { fieldType } from '../registry'
import { Value } from '../Value'
import { useLineColumns } from './columns'

export function LinesDisplay({ attribute, value }: DisplayProps) {
  const columns = useLineColumns(attribute)
  const rows = value as RecordData[]
  return (
    <div className="lines">
      <table aria-label={attribute.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={fieldType(column).align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.name} className={fieldType(column).align}>
                  <Value attribute={column} value={row[column.name]} dense />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
