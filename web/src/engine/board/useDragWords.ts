import { useMemo } from 'react'
import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { Attribute, ObjectType } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import type { Carried } from './MovableCard'

/** What a screen reader says of a drag, in the reader's language. */
export function useDragWords(object: ObjectType, stage: Attribute): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  return useMemo(() => {
    const title = ({ data }: Active) => titleOf((data.current as Carried).record, object.title)
    const label = (over: Over | null) => stage.choices?.find(({ code }) => code === over?.id)?.label
    const above = ({ active, over }: { active: Active; over: Over | null }) => {
      const column = label(over)
      return column ? t('board.above', { title: title(active), stage: column }) : undefined
    }
    return {
      screenReaderInstructions: { draggable: t('board.instructions') },
      announcements: {
        onDragStart: ({ active }) => t('board.taken', { title: title(active) }),
        onDragOver: above,
        onDragEnd: ({ active, over }) => {
          const column = label(over)
          return column ? t('board.dropped', { title: title(active), stage: column }) : undefined
        },
        onDragCancel: ({ active }) => t('board.putBack', { title: title(active) }),
      },
    }
  }, [t, object.title, stage.choices])
}
