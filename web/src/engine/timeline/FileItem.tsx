import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentAddress } from '~/api/files'
import type { FileEntry } from '~/api/timeline'
import { formatBytes } from '~/fields/format'
import { EntryFrame } from './EntryFrame'

/** A file that somebody added, or a new version of one. */
export function FileItem({ entry: { file, record, by, at } }: { entry: FileEntry }) {
  const { t, i18n } = useTranslation()
  return (
    <EntryFrame
      name={by?.title}
      at={at}
      head={t(file.version === 1 ? 'files.addedOne' : 'files.addedVersion', { version: file.version })}
    >
      <p className="body file-told">
        <Paperclip size={14} aria-hidden />
        <a href={contentAddress(record, file.id)} download={file.name}>
          {file.name}
        </a>
        <span className="sub num">{formatBytes(file.size, i18n.language)}</span>
      </p>
    </EntryFrame>
  )
}
