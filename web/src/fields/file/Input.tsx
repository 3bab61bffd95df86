import { Suspense, use, useId, useRef } from 'react'
import { Button, ConfigProvider } from 'antd'
import { Camera, FileUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '~/api/files'
import { useDropping } from '~/engine/files/useArriving'
import { later } from '~/ui/later'
import { usePhone } from '~/ui/useMedia'
import type { InputProps } from '../field'
import { TriedForm } from '../underway'
import { FileDisplay } from './Display'
import { useUpload } from './useUpload'
import '~/engine/files/files.css'

const UploadRow = later(async () => (await import('~/engine/files/UploadRow')).UploadRow)

/** One file: chosen, dropped here or, on a phone, photographed. It is sent at once and belongs to the record when that is saved. */
export function FileInput({ attribute, value, onChange, id, autoFocus, invalid, describedBy }: InputProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { componentDisabled } = ConfigProvider.useConfig()
  const disabled = use(TriedForm) || componentDisabled
  const own = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const { sending, send, cancel } = useUpload(onChange)
  const held = value as AttachedFile | null | undefined
  const take = (files: Iterable<File>) => {
    const [first] = files
    if (first) void send(first)
  }
  const { over, place } = useDropping(!disabled, take)
  const chosen = (field: HTMLInputElement) => {
    take([...(field.files ?? [])])
    // Emptied, so that the same file can be chosen again.
    field.value = ''
  }
  const remove = () => {
    onChange(null)
    choose.current?.focus()
  }
  const { label } = attribute
  const failed = sending?.failed && `${own}-failed`
  const described = [describedBy, failed].filter(Boolean).join(' ') || undefined
  return (
    <div
      className={['file-input', over && 'over', invalid && 'wrong'].filter(Boolean).join(' ')}
      role="group"
      aria-label={attribute.required ? t('files.requiredOf', { label }) : label}
      aria-describedby={described}
      {...place}
    >
      <div aria-live="polite" className="file-held">
        {held && (
          <>
            <FileDisplay attribute={attribute} value={held} />
            {!attribute.required && (
              <Button
                type="text"
                size="small"
                icon={<X size={15} aria-hidden />}
                aria-label={t('files.takeOut', { name: held.name })}
                onClick={remove}
              />
            )}
          </>
        )}
      </div>
      {sending && (
        <ul className="file-list">
          <Suspense>
            <UploadRow
              failedId={failed}
              upload={{
                key: '',
                name: sending.file.name,
                size: sending.file.size,
                share: sending.share,
                failed: sending.failed,
              }}
              onAgain={sending.again ? () => void send(sending.file) : undefined}
              onCancel={cancel}
            />
          </Suspense>
        </ul>
      )}
      <div className="ways">
        <Button
          ref={choose}
          id={id}
          autoFocus={autoFocus}
          icon={<FileUp size={15} aria-hidden />}
          aria-label={t(held ? 'files.replaceOf' : 'files.chooseOf', { label })}
          disabled={disabled}
          aria-describedby={described}
          aria-invalid={invalid || undefined}
          onClick={() => chooser.current?.click()}
        >
          {t(held ? 'files.replace' : 'files.chooseOne')}
        </Button>
        {phone && (
          <Button
            icon={<Camera size={16} aria-hidden />}
            disabled={disabled}
            aria-label={t('files.photoOf', { label })}
            onClick={() => camera.current?.click()}
          />
        )}
        {!phone && <span className="sub">{t('files.orDrop')}</span>}
      </div>
      <input ref={chooser} type="file" hidden aria-label={label} onChange={({ target }) => chosen(target)} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t('files.photoOf', { label })}
        onChange={({ target }) => chosen(target)}
      />
    </div>
  )
}
