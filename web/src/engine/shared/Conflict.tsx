import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData, Reference } from '~/api/types'
import { Value } from '~/fields/Value'
import './conflict.css'

interface ConflictProps {
  object: ObjectType
  current: RecordData
  mine: Record<string, unknown>
  onTheirs: () => void
  onMine: () => void
}

/** Somebody saved in the meantime: theirs and mine side by side, and the choice. Nothing is overwritten unasked. */
export function Conflict({ object, current, mine, onTheirs, onMine }: ConflictProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const by = current.updatedBy as Reference | null | undefined
  const changed = catalog.pick(object.name, Object.keys(mine))
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{by ? t('conflict.by', { name: by.title }) : t('conflict.somebody')}</b>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((attribute) => (
            <tr key={attribute.name}>
              <th scope="row">{attribute.label}</th>
              <td>
                <Value attribute={attribute} value={current[attribute.name]} dense />
              </td>
              <td>
                <Value attribute={attribute} value={mine[attribute.name]} dense />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ways">
        <Button size="small" onClick={onTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button size="small" type="primary" onClick={onMine}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </div>
  )
}
