import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Modal } from 'antd'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEntries, type Entry } from './entries'
import './palette.css'

const LIST_ID = 'palette-list'

function Option({
  entry,
  active,
  onRun,
  onPoint,
}: {
  entry: Entry
  active: boolean
  onRun: () => void
  onPoint: () => void
}) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const Icon = entry.icon
  return (
    <li
      ref={element}
      id={`option-${entry.id}`}
      role="option"
      aria-selected={active}
      className={active ? 'option active' : 'option'}
      onClick={onRun}
      onMouseMove={onPoint}
    >
      <Icon size={15} aria-hidden />
      <span className="ellipsis" title={entry.title}>
        {entry.title}
      </span>
      {entry.subtitle && (
        <span className="sub ellipsis" title={entry.subtitle}>
          {entry.subtitle}
        </span>
      )}
    </li>
  )
}

/** Finds any record, jumps to any page, starts any creation; all from the keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { groups, searching } = useEntries(words)
  const entries = groups.flatMap((group) => group.entries)
  const current = entries[Math.min(at, entries.length - 1)]

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt((index) => (index + 1) % Math.max(entries.length, 1)),
    ArrowUp: () => setAt((index) => (index - 1 + entries.length) % Math.max(entries.length, 1)),
    Enter: () => run(current),
  }
  const press = (event: KeyboardEvent) => {
    // While an input method is composing, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing || !keys[event.key]) return
    event.preventDefault()
    keys[event.key]?.()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={620}
      className="palette"
      style={{ top: 72 }}
      title={t('search.title')}
      transitionName=""
      maskTransitionName=""
    >
      <div className="palette-input">
        <Search size={17} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={LIST_ID}
          aria-label={t('search.title')}
          aria-activedescendant={current && `option-${current.id}`}
          placeholder={t('search.hint')}
          value={words}
          onKeyDown={press}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
        />
      </div>
      <ul id={LIST_ID} role="listbox" aria-label={t('search.title')} className="palette-list">
        {groups.map((group) => (
          <li key={group.label} role="group" aria-label={group.label}>
            <h3 aria-hidden>{group.label}</h3>
            <ul role="presentation">
              {group.entries.map((entry) => (
                <Option
                  key={entry.id}
                  entry={entry}
                  active={entry === current}
                  onRun={() => run(entry)}
                  onPoint={() => setAt(entries.indexOf(entry))}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {entries.length === 0 && (
        <p className="palette-empty" role="status">
          {searching ? t('state.loading') : t('search.nothing')}
        </p>
      )}
    </Modal>
  )
}
