import { useState } from 'react'
import { Button } from 'antd'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Layout, LayoutRole, LayoutsInput } from '~/api/layouts'
import type { ObjectType } from '~/api/types'
import { audience, EVERYBODY } from './draft'
import { NewLayout } from './NewLayout'
import { useAudienceWords } from './useAudienceWords'

type Audience = Pick<Layout, 'kind' | 'role'>

interface LayoutListProps {
  object: ObjectType
  input: LayoutsInput
  roles: readonly LayoutRole[]
  chosen: string
  onChoose: (key: string) => void
  onChange: (input: LayoutsInput) => void
  /** Begins one for others with what the chosen one has. */
  onCopy: (audience: Audience) => void
  onRemove: (key: string) => void
}

/** The layouts of an object; whoever has several roles sees the first that fits. */
export function LayoutList({ object, input, roles, chosen, onChoose, onChange, onCopy, onRemove }: LayoutListProps) {
  const { t } = useTranslation()
  const wordsOf = useAudienceWords(object, input.kind)
  const [adding, setAdding] = useState(false)
  const particular = input.layouts.filter((layout) => audience(layout) !== EVERYBODY)
  const everybody = input.layouts.filter((layout) => audience(layout) === EVERYBODY)
  const move = (at: number, by: number) => {
    const layout = particular[at]
    if (layout)
      onChange({ ...input, layouts: [...everybody, ...particular.toSpliced(at, 1).toSpliced(at + by, 0, layout)] })
  }
  const choice = (key: string, words: string, note?: string) => (
    <button
      type="button"
      className="plain grow layout-choice"
      aria-current={key === chosen ? 'true' : undefined}
      onClick={() => onChoose(key)}
    >
      <span className="ellipsis">{words}</span>
      {note && <span className="sub">{note}</span>}
    </button>
  )
  return (
    <>
      <ul className="layouts-list">
        <li>{choice(EVERYBODY, t('layouts.everybody'), everybody.length === 0 ? t('layouts.builtIn') : undefined)}</li>
        {particular.map((layout, at) => {
          const key = audience(layout)
          const words = wordsOf(layout)
          return (
            <li key={key}>
              {choice(key, words)}
              <Button
                type="text"
                size="small"
                icon={<ArrowUp size={14} aria-hidden />}
                disabled={at === 0}
                aria-label={t('layouts.earlier', { name: words })}
                onClick={() => move(at, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDown size={14} aria-hidden />}
                disabled={at === particular.length - 1}
                aria-label={t('layouts.later', { name: words })}
                onClick={() => move(at, 1)}
              />
              <Button
                type="text"
                size="small"
                danger
                icon={<Trash2 size={14} aria-hidden />}
                aria-label={t('layouts.removeOf', { name: words })}
                onClick={() => onRemove(key)}
              />
            </li>
          )
        })}
      </ul>
      <div className="layouts-new">
        <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          {t('layouts.create')}
        </Button>
        {particular.length > 1 && <span className="sub">{t('layouts.order')}</span>}
      </div>
      {adding && (
        <NewLayout
          object={object}
          kind={input.kind}
          roles={roles}
          taken={input.layouts.map(audience)}
          onClose={() => setAdding(false)}
          onDone={(next) => {
            setAdding(false)
            onCopy(next)
          }}
        />
      )}
    </>
  )
}
