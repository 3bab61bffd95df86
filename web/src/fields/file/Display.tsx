import { Suspense, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { contentAddress, isShown, type AttachedFile } from '~/api/files'
import { kindOf } from '~/engine/files/kinds'
import { later } from '~/ui/later'
import type { DisplayProps } from '../field'
import { formatBytes } from '../format'
import './file.css'

const Preview = later(async () => (await import('~/engine/files/Preview')).Preview)

/** What happens over the page does not happen where the file stands. */
const apart = (event: SyntheticEvent) => event.stopPropagation()

/** What the file is called; it shows it where it can be shown, and keeps it otherwise. */
export function FileDisplay({ value, dense, linkless, of }: DisplayProps) {
  const { i18n } = useTranslation()
  const [looking, setLooking] = useState(false)
  const file = value as AttachedFile
  const { icon: Icon } = kindOf(file.mediaType)
  const words = (
    <>
      <Icon size={14} aria-hidden />
      <span className="ellipsis">{file.name}</span>
      {!dense && <span className="sub num">{formatBytes(file.size, i18n.language)}</span>}
    </>
  )
  if (!of || linkless)
    return (
      <span className="file-value" title={file.name}>
        {words}
      </span>
    )
  if (!isShown(file.mediaType))
    return (
      <a className="file-value" title={file.name} href={contentAddress(of, file.id)} download={file.name}>
        {words}
      </a>
    )
  return (
    <span className="file-value" onClick={apart} onDoubleClick={apart} onKeyDown={apart}>
      <button type="button" className="file-value" title={file.name} onClick={() => setLooking(true)}>
        {words}
      </button>
      <Suspense>{looking && <Preview of={of} file={file} onClose={() => setLooking(false)} />}</Suspense>
    </span>
  )
}
