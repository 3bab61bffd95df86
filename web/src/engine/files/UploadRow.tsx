import { Button, Progress } from 'antd'
import { CircleAlert, FileUp, RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '~/fields/format'
import type { Upload } from './useUploads'

interface UploadRowProps {
  upload: Upload
  /** Of the words that say why it did not arrive. */
  failedId?: string
  /** Sends it once more, where it is known. */
  onAgain?: () => void
  onCancel: () => void
}

/** A file on its way, or one that did not arrive and why. */
export function UploadRow({ upload, failedId, onAgain, onCancel }: UploadRowProps) {
  const { t, i18n } = useTranslation()
  const { name, size, share, failed } = upload
  return (
    <li className="item file">
      <span className={`file-icon ${failed ? 'cinnabar' : 'slate'}`}>
        {failed ? <CircleAlert size={18} aria-hidden /> : <FileUp size={18} aria-hidden />}
      </span>
      <div className="grow">
        <div className="ellipsis" title={name}>
          {name}
        </div>
        {failed ? (
          <div className="file-failed" id={failedId} role="alert">
            {failed}
          </div>
        ) : share === undefined ? (
          <div className="sub">{t('files.waiting')}</div>
        ) : (
          <Progress
            percent={Math.floor(share * 100)}
            size="small"
            aria-label={t('files.sending', { name })}
            format={(percent) => `${percent} % · ${formatBytes(size, i18n.language)}`}
          />
        )}
      </div>
      {failed && onAgain && (
        <Button
          type="text"
          size="small"
          icon={<RotateCw size={15} aria-hidden />}
          aria-label={t('files.again', { name })}
          onClick={onAgain}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<X size={15} aria-hidden />}
        aria-label={t(failed ? 'files.dismiss' : 'files.cancel', { name })}
        onClick={onCancel}
      />
    </li>
  )
}
