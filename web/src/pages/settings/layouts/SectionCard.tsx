import { useDroppable } from '@dnd-kit/core'
import { Button, Dropdown, type MenuProps } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Layout, LayoutSection } from '~/api/layouts'
import type { ObjectType } from '~/api/types'
import { moveSection, removeSection } from './draft'
import { PlacedRow } from './PlacedRow'
import type { HeadingOf } from './useHeadings'

interface SectionCardProps {
  object: ObjectType
  layout: Layout
  section: LayoutSection
  at: number
  headingOf: HeadingOf
  indispensable: readonly string[]
  onChange: (layout: Layout) => void
  onRename: () => void
}

/** A section with its attributes, which take others that are put among them. */
export function SectionCard({
  object,
  layout,
  section,
  at,
  headingOf,
  indispensable,
  onChange,
  onRename,
}: SectionCardProps) {
  const { t } = useTranslation()
  const { setNodeRef, isOver } = useDroppable({ id: `section:${section.key}`, data: { section: section.key } })
  const heading = headingOf(section)
  const last = layout.sections.length - 1
  const items: MenuProps['items'] = [
    { key: 'rename', label: t('layouts.rename'), onClick: onRename },
    {
      key: 'up',
      label: t('layouts.sectionUp'),
      disabled: at === 0,
      onClick: () => onChange(moveSection(layout, section.key, -1)),
    },
    {
      key: 'down',
      label: t('layouts.sectionDown'),
      disabled: at === last,
      onClick: () => onChange(moveSection(layout, section.key, 1)),
    },
    {
      key: 'remove',
      label: t('layouts.removeSection'),
      disabled: last === 0,
      onClick: () => onChange(removeSection(layout, section.key)),
    },
  ]
  return (
    <section
      ref={setNodeRef}
      className={isOver ? 'card layout-section over' : 'card layout-section'}
      aria-label={heading}
    >
      <header>
        <h2 className="grow ellipsis">{heading}</h2>
        <Dropdown menu={{ items }} trigger={['click']} autoFocus destroyOnHidden>
          <Button
            type="text"
            size="small"
            icon={<Ellipsis size={16} aria-hidden />}
            aria-label={t('layouts.moreOfSection', { name: heading })}
          />
        </Dropdown>
      </header>
      {section.attributes.length === 0 ? (
        <p className="layout-empty">{t('layouts.emptySection')}</p>
      ) : (
        <ul>
          {section.attributes.map((name) => (
            <PlacedRow
              key={name}
              object={object}
              layout={layout}
              name={name}
              section={section.key}
              headingOf={headingOf}
              indispensable={indispensable.includes(name)}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
