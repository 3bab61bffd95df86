import { useTranslation } from 'react-i18next'
import { contentAddress, type FilesOf, type RecordFile } from '~/api/files'
import { useCatalog } from '~/api/metadata'
import { formatAgo, formatBytes, formatTime } from '~/fields/format'
import { FileMenu } from './FileMenu'
import { kindOf } from './kinds'

interface FileRowProps {
  of: FilesOf
  file: RecordFile
  editable: boolean
  onShow: () => void
  onVersion: (content: File) => void
}

/** A file: what it is, whose and when; its name shows it where it can be shown, and keeps it otherwise. */
export function FileRow({ of, file, editable, onShow, onVersion }: FileRowProps) {
  const { t, i18n } = useTranslation()
  const { icon: Icon, color } = kindOf(file.mediaType)
  const catalog = useCatalog()
  const holder = file.attribute ? catalog.attribute(of.object, file.attribute) : undefined
  const pictured = file.shown && file.mediaType.startsWith('image/')
  return (
    <li className="item file">
      <span className={`file-icon ${color}`}>
        {pictured ? (
          <img src={contentAddress(of, file.id, { inline: true })} alt="" loading="lazy" />
        ) : (
          <Icon size={18} aria-hidden />
        )}
      </span>
      <div className="grow">
        {file.shown ? (
          <button type="button" className="link ellipsis" title={file.name} onClick={onShow}>
            {file.name}
          </button>
        ) : (
          <a className="ellipsis" title={file.name} href={contentAddress(of, file.id)} download={file.name}>
            {file.name}
          </a>
        )}
        <div className="sub words">
          <span className="num">{formatBytes(file.size, i18n.language)}</span>
          {holder && <span>{holder.label}</span>}
          {file.by.title && <span>{file.by.title}</span>}
          <time dateTime={file.at} title={formatTime(file.at, i18n.language)}>
            {formatAgo(file.at, i18n.language)}
          </time>
          {file.version > 1 && <span>{t('files.version', { version: file.version })}</span>}
        </div>
      </div>
      <FileMenu of={of} file={file} editable={editable && !file.attribute} onShow={onShow} onVersion={onVersion} />
    </li>
  )
}
