import { useState } from 'react'
import { App, Button } from 'antd'
import { DndContext, MouseSensor, TouchSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core'
import { Plus, Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useReplaceChoices, type ChoiceList, type SettledChoice } from '~/api/choiceLists'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { Empty } from '~/ui/states'
import { ChoiceForm } from './ChoiceForm'
import { ChoiceRow } from './ChoiceRow'
import { FitForm } from './FitForm'
import { ReplaceForm } from './ReplaceForm'
import { useOrderWords } from './useOrderWords'

/** A finger that rests takes the row; one that moves at once scrolls. */
const TOUCH = { delay: 220, tolerance: 8 }
const MOUSE = { distance: 6 }

/** The choices of a list in their order: dragged, or moved by the arrow keys. */
export function ChoiceRows({ list }: { list: ChoiceList }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const replace = useReplaceChoices(list)
  const [edited, setEdited] = useState<SettledChoice | 'new'>()
  const [replaced, setReplaced] = useState<SettledChoice>()
  const [fitting, setFitting] = useState(false)
  const other = useCatalog().attribute(list.object, list.dependsOn?.attribute ?? '')?.label
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
  )
  const { choices } = list
  const accessibility = useOrderWords(choices)
  const at = (code: unknown) => choices.findIndex((each) => each.code === code)

  const save = (next: SettledChoice[]) => {
    // One change after the other: the next goes by the version that this one makes.
    if (replace.isPending) return
    replace.mutate(next, {
      onError: (error) => {
        const problem = asProblem(error)
        void message.error(
          problem.status === 412
            ? t('choiceLists.stale')
            : (problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail'))),
        )
      },
    })
  }
  const move = (from: number, to: number) => {
    const moved = choices[from]
    if (moved && to >= 0 && to < choices.length && from !== to) save(choices.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  const change = (changed: SettledChoice, more: Partial<SettledChoice>) =>
    save(
      choices.map((each) =>
        each.code === changed.code ? { ...each, ...more } : more.initial ? { ...each, initial: false } : each,
      ),
    )
  return (
    <>
      {choices.length === 0 ? (
        <Empty title={t('choiceLists.empty')} />
      ) : (
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={accessibility}
          onDragEnd={({ active, over }) => over && move(at(active.id), at(over.id))}
        >
          <ol className="choice-rows">
            {choices.map((choice, index) => (
              <ChoiceRow
                key={choice.code ?? index}
                list={list}
                choice={choice}
                onMove={(by) => move(index, index + by)}
                onEdit={() => setEdited(choice)}
                onChange={(more) => change(choice, more)}
                onReplace={() => setReplaced(choice)}
                onDelete={() => save(choices.filter((each) => each !== choice))}
              />
            ))}
          </ol>
        </DndContext>
      )}
      <footer className="choices-foot">
        {list.fixed ? (
          <p className="sub">{t('choiceLists.fixed')}</p>
        ) : (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
            {t('choiceLists.new')}
          </Button>
        )}
        {choices.length > 0 && (
          <Button size="small" icon={<Split size={14} aria-hidden />} onClick={() => setFitting(true)}>
            {other ? t('choiceLists.fit.by', { name: other }) : t('choiceLists.fit.open')}
          </Button>
        )}
      </footer>
      {fitting && <FitForm list={list} onClose={() => setFitting(false)} />}
      {edited && (
        <ChoiceForm list={list} choice={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      {replaced && <ReplaceForm list={list} choice={replaced} onClose={() => setReplaced(undefined)} />}
    </>
  )
}
