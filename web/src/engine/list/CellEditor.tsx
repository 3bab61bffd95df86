import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { Popover } from 'antd'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { fieldType } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { offeredTo } from '../form/attributes'
import { same } from '../live/fresh'
import { useEdited } from '../shared/useEdited'
import { useFitting } from '../shared/useFitting'
import { CellNote } from './CellNote'
import type { CellActions, Refused } from './useCells'

/** What belongs to the cell although it lies elsewhere in the document. */
const BELONGS = '.cell-note, .ant-select-dropdown, .ant-picker-dropdown'

interface CellEditorProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  refused: Refused | undefined
  cells: CellActions
}

/** Enter and going elsewhere save, Tab saves and goes on, Escape leaves; what was refused is here again with the reason. */
export function CellEditor({ object, record, attribute, refused, cells }: CellEditorProps) {
  const { name } = attribute
  const place = { id: record.id, name }
  const note = useId()
  const fitted = useFitting(object)
  const editor = useRef<HTMLDivElement>(null)
  const begun = useEdited(record, name)
  const [value, setValue] = useState(refused ? refused.values[name] : record[name])
  // Inputs settle what was typed while a key or the loss of focus is on its way.
  const latest = useRef(value)
  const ended = useRef(false)
  /** Where a key leads once the input has settled. */
  const leaving = useRef<() => void>(undefined)
  const { savesOnChange, inCell } = fieldType(attribute)
  const beside = inCell === 'beside'

  const save = (then: () => void) => {
    if (ended.current) return
    ended.current = true
    const isNew = !same(latest.current, refused ? refused.values[name] : record[name])
    then()
    if (isNew) cells.save(begun, name, fitted(record, name, latest.current))
  }
  const change = (next: unknown) => {
    latest.current = next
    setValue(next)
    if (savesOnChange) save(() => cells.leave(place))
  }
  const settled = (then: () => void) => {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && editor.current?.contains(focused)) focused.blur()
    save(then)
  }
  const press = (event: KeyboardEvent) => {
    // Keys of a question beside the cell bubble here through the portal.
    if (event.nativeEvent.isComposing || !editor.current?.contains(event.target as Node)) return
    const { key } = event
    // Buttons within it do what they say, and there may be more controls to go through.
    if (beside && key === 'Enter' && (event.target as Element).closest('button')) return
    if (beside && key === 'Tab' && hasFurther(editor.current, event.shiftKey ? -1 : 1)) return
    if (key === 'Escape') {
      event.stopPropagation()
      ended.current = true
      cells.forget(place)
      cells.leave(place)
    } else if (key === 'Tab') {
      event.preventDefault()
      const by = event.shiftKey ? -1 : 1
      leaving.current = () => cells.step(place, by)
      settled(leaving.current)
    } else if (key === 'Enter' && !savesOnChange && (!attribute.multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leaving.current = () => cells.leave(place)
      settled(leaving.current)
    }
  }
  const blur = (event: FocusEvent) => {
    const to = event.relatedTarget
    const stays = to instanceof Element && (editor.current?.contains(to) || to.closest(BELONGS))
    if (stays || !editor.current?.contains(event.target)) return
    save(leaving.current ?? (() => cells.leave(place, true)))
  }
  const control = (
    <div
      className={beside ? 'cell-beside' : 'cell-editor'}
      ref={editor}
      // Whoever clicks between the controls of a card has not gone elsewhere.
      tabIndex={beside ? -1 : undefined}
      role={beside ? 'dialog' : undefined}
      aria-label={beside ? attribute.label : undefined}
      onKeyDown={press}
      onBlur={blur}
    >
      <CellNote id={note} object={object} record={begun} attribute={attribute} refused={refused} cells={cells}>
        <div>
          <FieldInput
            attribute={offeredTo(object, attribute, (each) => record[each])}
            value={value}
            onChange={change}
            autoFocus
            invalid={Boolean(refused)}
            describedBy={refused ? note : undefined}
          />
        </div>
      </CellNote>
    </div>
  )
  if (!beside) return control
  return (
    <Popover
      open
      arrow={false}
      placement="bottomLeft"
      content={control}
      afterOpenChange={() => {
        const { current } = editor
        if (!current?.contains(document.activeElement)) current?.querySelector('input')?.focus()
      }}
    >
      <div className="cell-editor shown">
        <Value attribute={attribute} value={value} dense linkless />
      </div>
    </Popover>
  )
}

/** Whether there is another control in that direction. */
function hasFurther(editor: HTMLElement, by: 1 | -1): boolean {
  const controls = [...editor.querySelectorAll<HTMLElement>('input, textarea, button')].filter(
    (each) => each.tabIndex >= 0 && each.offsetParent !== null,
  )
  const at = controls.findIndex((each) => each === document.activeElement)
  return at >= 0 && controls[at + by] !== undefined
}
