import { useEffect, useRef } from 'react'
import { App } from 'antd'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { offeredTo } from '../form/attributes'
import { Conflict } from '../shared/Conflict'
import { useSave } from '../shared/useSave'
import { StageQuestion } from './StageQuestion'
import { stageStates } from './stages'

interface StagePathProps {
  object: ObjectType
  record: RecordData
  attributeName: string
  editable: boolean
}

/** Where the record stands on its way; a click moves it there. */
export function StagePath({ object, record, attributeName, editable }: StagePathProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const path = useRef<HTMLOListElement>(null)
  const catalog = useCatalog()
  const stage = catalog.attribute(object.name, attributeName)
  const attribute = stage && offeredTo(object, stage, (name) => record[name])
  const saving = useSave(object, record)
  useEffect(() => {
    // On a phone the path is wider than the screen.
    const now = path.current?.querySelector<HTMLElement>('[aria-current]')
    if (path.current && now) path.current.scrollLeft = now.offsetLeft - path.current.offsetLeft - 60
  }, [record, attributeName])
  if (!attribute?.choices) return null
  const choices = attribute.choices.filter((choice) => choice.active || choice.code === record[attributeName])
  // The stage just clicked shows at once; the server's answer settles it.
  const code = saving.isPending ? saving.attempted[attributeName] : record[attributeName]
  const states = stageStates(choices, code)
  const save = async (values: Record<string, unknown>) => {
    if (await saving.save(values)) message.success(t('record.moved'))
  }
  const asked = catalog
    .pick(object.name, Object.keys(saving.errors))
    .filter(({ name, writable }) => name !== attributeName && writable)
  const complaint =
    saving.problem &&
    !saving.current &&
    asked.length === 0 &&
    (saving.errors[attributeName] || saving.problem.message || t('state.failed'))
  return (
    <>
      <ol
        className="path"
        ref={path}
        aria-label={attribute.label}
        // On a phone it is scrolled, be it by keys, although nothing in it can be pressed.
        tabIndex={editable && attribute.writable ? undefined : 0}
      >
        {choices.map((choice, index) => (
          <li key={choice.code} className={states[index]} aria-current={choice.code === code ? 'step' : undefined}>
            <button
              type="button"
              className="plain"
              disabled={!editable || !attribute.writable || saving.isPending}
              title={choice.label}
              onClick={() => {
                if (choice.code !== code) void save({ [attributeName]: choice.code })
              }}
            >
              <span className="ellipsis">{choice.label}</span>
              {states[index] === 'done' && <Check size={14} aria-hidden />}
            </button>
          </li>
        ))}
      </ol>
      {asked.length > 0 && (
        <StageQuestion
          key={String(saving.attempted[attributeName])}
          stage={choices.find((choice) => choice.code === saving.attempted[attributeName])?.label ?? ''}
          attributes={asked}
          errors={saving.errors}
          given={saving.attempted}
          onAnswer={(answers) => void save({ ...saving.attempted, ...answers })}
          onCancel={saving.reset}
        />
      )}
      {complaint && (
        <p className="field-error path-note" role="alert">
          {complaint}
        </p>
      )}
      {saving.current && (
        <div className="path-note">
          <Conflict
            object={object}
            current={saving.current}
            mine={saving.attempted}
            onTheirs={saving.reset}
            onMine={() => void saving.save(saving.attempted, saving.current?.version)}
          />
        </div>
      )}
    </>
  )
}
