import { useMemo } from 'react'
import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { ObjectType, RecordData } from '~/api/types'
import { formatDate } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'

/** What a screen reader says of a record that is carried from day to day. */
export function useDayDragWords(object: ObjectType): DndContextProps['accessibility'] {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const title = ({ data }: Active) => titleOf((data.current as { record: RecordData }).record, object.title)
    const at = (words: string) => (event: { active: Active; over: Over | null }) =>
      event.over
        ? t(words, { title: title(event.active), stage: formatDate(String(event.over.id), i18n.language) })
        : undefined
    return {
      screenReaderInstructions: { draggable: t('calendar.instructions') },
      announcements: {
        onDragStart: ({ active }) => t('board.taken', { title: title(active) }),
        onDragOver: at('board.above'),
        onDragEnd: at('board.dropped'),
        onDragCancel: ({ active }) => t('board.putBack', { title: title(active) }),
      },
    }
  }, [t, i18n.language, object.title])
}
