import { useMemo } from 'react'
import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { SettledChoice } from '~/api/choiceLists'

/** What a screen reader says of a row that is dragged, in the reader's language. */
export function useOrderWords(choices: readonly SettledChoice[]): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  return useMemo(() => {
    const name = ({ id }: Active) => choices.find(({ code }) => code === id)?.label ?? ''
    const place = (over: Over | null) => (over ? choices.findIndex(({ code }) => code === over.id) + 1 : 0)
    return {
      screenReaderInstructions: { draggable: t('choiceLists.drag.instructions') },
      announcements: {
        onDragStart: ({ active }) => t('choiceLists.drag.taken', { name: name(active) }),
        onDragOver: ({ active, over }) =>
          over ? t('choiceLists.drag.above', { name: name(active), place: place(over) }) : undefined,
        onDragEnd: ({ active, over }) =>
          over ? t('choiceLists.drag.above', { name: name(active), place: place(over) }) : undefined,
        onDragCancel: ({ active }) => t('choiceLists.drag.putBack', { name: name(active) }),
      },
    }
  }, [t, choices])
}
