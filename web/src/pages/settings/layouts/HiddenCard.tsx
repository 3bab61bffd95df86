import { useDroppable } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import type { ObjectType } from '~/api/types'
import { PlacedRow } from './PlacedRow'
import type { HeadingOf } from './useHeadings'

interface HiddenCardProps {
  object: ObjectType
  layout: Layout
  headingOf: HeadingOf
  onChange: (layout: Layout) => void
}

/** What the layout leaves out; it is not in pages and forms, and nobody's right is taken. */
export function HiddenCard({ object, layout, headingOf, onChange }: HiddenCardProps) {
  const { t } = useTranslation()
  const { setNodeRef, isOver } = useDroppable({ id: 'hidden', data: { section: null } })
  return (
    <section
      ref={setNodeRef}
      className={isOver ? 'card layout-section left-out over' : 'card layout-section left-out'}
      aria-label={t('layouts.hidden')}
    >
      <header>
        <h2 className="grow">{t('layouts.hidden')}</h2>
      </header>
      {layout.hidden.length === 0 ? (
        <p className="layout-empty">{t('layouts.hiddenHelp')}</p>
      ) : (
        <ul>
          {layout.hidden.map((name) => (
            <PlacedRow
              key={name}
              object={object}
              layout={layout}
              name={name}
              section={null}
              headingOf={headingOf}
              indispensable={false}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
