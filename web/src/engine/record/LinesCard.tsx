import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Pencil, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { fieldType, isEmpty } from '~/fields/registry'
import { Conflict } from '../shared/Conflict'
import { useEdited } from '../shared/useEdited'
import { useSave } from '../shared/useSave'

interface LinesCardProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  editable: boolean
}

function LinesEditor({ object, record, attribute, onDone }: Omit<LinesCardProps, 'editable'> & { onDone: () => void }) {
  const { t } = useTranslation()
  const [rows, setRows] = useState<unknown>(isEmpty(record[attribute.name]) ? [{}] : record[attribute.name])
  const saving = useSave(object, useEdited(record, attribute.name))
  const save = async (version?: number) => {
    if (await saving.save({ [attribute.name]: rows }, version)) onDone()
  }
  const { problem, current } = saving
  return (
    <div className="lines-editor">
      <FieldInput attribute={attribute} value={rows} onChange={setRows} invalid={Boolean(problem)} />
      {problem && !current && (
        <p className="field-error" role="alert">
          {saving.errors[attribute.name] || problem.message}
        </p>
      )}
      {current && (
        <Conflict
          object={object}
          current={current}
          mine={{}}
          onTheirs={onDone}
          onMine={() => void save(current.version)}
        />
      )}
      <div className="ways">
        <Button type="primary" size="small" loading={saving.isPending} onClick={() => void save()}>
          {t('action.save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Rows that belong to the record, as a table that is edited as a whole. */
export function LinesCard(props: LinesCardProps) {
  const { t } = useTranslation()
  const { record, attribute, editable } = props
  const [editing, setEditing] = useState(false)
  const { Display } = fieldType(attribute)
  const rows = record[attribute.name]
  const empty = isEmpty(rows)
  return (
    <section className="card" aria-label={attribute.label}>
      <header>
        <h2>{attribute.label}</h2>
        {Array.isArray(rows) && rows.length > 0 && <span>{rows.length}</span>}
        <span className="grow" />
        {editable && !editing && (
          <Button
            type="text"
            size="small"
            icon={empty ? <Plus size={14} /> : <Pencil size={14} />}
            onClick={() => setEditing(true)}
          >
            {t(empty ? 'action.add' : 'action.edit')}
          </Button>
        )}
      </header>
      {editing ? (
        <LinesEditor {...props} onDone={() => setEditing(false)} />
      ) : empty ? (
        <p className="nothing">{t('record.noLines')}</p>
      ) : (
        <div className="lines-view">
          <Suspense>
            <Display attribute={attribute} value={rows} />
          </Suspense>
        </div>
      )}
    </section>
  )
}
