import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { NamedRecord } from '~/api/timeline'
import { formatAgo, formatTime } from '~/fields/format'
import { Avatar } from '~/ui/Avatar'

interface EntryFrameProps {
  name?: string
  at: string
  /** What the person did, in the line with the name. */
  head: ReactNode
  note?: ReactNode
  children?: ReactNode
}

/** Who, what and when; below it what there is to tell. */
export function EntryFrame({ name, at, head, note, children }: EntryFrameProps) {
  const { t, i18n } = useTranslation()
  const who = name ?? t('timeline.system')
  return (
    <li className="ev">
      <Avatar name={who} />
      <div>
        <div className="w">
          <b>{who}</b> {head}
          <time dateTime={at} title={formatTime(at, i18n.language)}>
            {formatAgo(at, i18n.language)}
          </time>
          {note}
        </div>
        {children}
      </div>
    </li>
  )
}

/** Another record by its kind and title, to go there; nothing but its kind where it is not for the reader. */
export function RecordLink({ record }: { record: NamedRecord }) {
  const { t } = useTranslation()
  const object = useCatalog().object(record.object)
  return (
    <>
      {object?.label}{' '}
      {record.title && !object?.partOf ? (
        <Link to="/$object/$id" params={{ object: record.object, id: record.id }} title={record.title}>
          {record.title}
        </Link>
      ) : (
        <span>{record.title ?? t('record.gone')}</span>
      )}
    </>
  )
}
