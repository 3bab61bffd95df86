import { useRef } from 'react'
import { Button } from 'antd'
import { Camera, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '~/ui/useMedia'

/** Chooses files; on a phone also takes a picture. */
export function AddFiles({ onChoose }: { onChoose: (files: Iterable<File>) => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const take = (field: HTMLInputElement) => {
    // Emptied, so that the same file can be chosen again.
    onChoose([...(field.files ?? [])])
    field.value = ''
  }
  return (
    <>
      {phone && (
        <Button
          type="text"
          size="small"
          icon={<Camera size={16} aria-hidden />}
          aria-label={t('files.photo')}
          onClick={() => camera.current?.click()}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<Plus size={15} aria-hidden />}
        aria-label={t('files.add')}
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('files.choose')}
        onChange={({ target }) => take(target)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t('files.photo')}
        onChange={({ target }) => take(target)}
      />
    </>
  )
}
