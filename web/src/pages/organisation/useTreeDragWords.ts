import { useMemo } from 'react'
import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { find, type Department } from './tree'

/** What a screen reader says while a department is dragged, in the reader's language. */
export function useTreeDragWords(tree: readonly Department[]): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  return useMemo(() => {
    const name = ({ id }: Active) => find(tree, String(id))?.name
    const place = ({ id }: Over) => find(tree, String(id))?.name ?? t('organisation.top')
    return {
      screenReaderInstructions: { draggable: t('organisation.drag.how') },
      announcements: {
        onDragStart: ({ active }) => t('organisation.drag.taken', { name: name(active) }),
        onDragOver: ({ active, over }) =>
          over ? t('organisation.drag.above', { name: name(active), place: place(over) }) : undefined,
        onDragEnd: ({ active, over }) =>
          over ? t('organisation.moved', { name: name(active), place: place(over) }) : undefined,
        onDragCancel: ({ active }) => t('organisation.drag.putBack', { name: name(active) }),
      },
    }
  }, [t, tree])
}
