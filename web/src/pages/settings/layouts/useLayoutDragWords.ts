import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import type { Target } from './SectionBoard'
import { useHeadings } from './useHeadings'

/** What a screen reader says while an attribute is dragged, in the reader's language. */
export function useLayoutDragWords(object: ObjectType, layout: Layout, own: Layout): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const headingOf = useHeadings(own)
  const name = ({ id }: Active) => catalog.attribute(object.name, String(id))?.label ?? String(id)
  const place = ({ data }: Over) => {
    const target = data.current as Target
    const section = layout.sections.find(({ key }) => key === target.section)
    return section ? headingOf(section) : t('layouts.hidden')
  }
  return {
    screenReaderInstructions: { draggable: t('layouts.drag.how') },
    announcements: {
      onDragStart: ({ active }) => t('layouts.drag.taken', { name: name(active) }),
      onDragOver: ({ active, over }) =>
        over ? t('layouts.drag.above', { name: name(active), place: place(over) }) : undefined,
      onDragEnd: ({ active, over }) =>
        over ? t('layouts.drag.put', { name: name(active), place: place(over) }) : undefined,
      onDragCancel: ({ active }) => t('layouts.drag.putBack', { name: name(active) }),
    },
  }
}
