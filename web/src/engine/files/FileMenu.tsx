import { Suspense, useRef, useState } from 'react'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { Download, Ellipsis, Eye, FileUp, History, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentAddress, useFileChanges, type FilesOf, type RecordFile } from '~/api/files'
import { asProblem } from '~/api/problem'
import { later } from '~/ui/later'
import { useUndoOffer } from '../shared/useUndoOffer'

const RenameDialog = later(async () => (await import('./RenameDialog')).RenameDialog)
const VersionsDialog = later(async () => (await import('./VersionsDialog')).VersionsDialog)

interface FileMenuProps {
  of: FilesOf
  file: RecordFile
  editable: boolean
  onShow: () => void
  onVersion: (content: File) => void
}

/** Everything that can be done with a file. */
export function FileMenu({ of, file, editable, onShow, onVersion }: FileMenuProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  const { remove, restore } = useFileChanges(of)
  const chooser = useRef<HTMLInputElement>(null)
  const [dialog, setDialog] = useState<'rename' | 'versions'>()
  const fail = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))
  const bringBack = async () => {
    try {
      await restore.mutateAsync(file.id)
    } catch (error) {
      fail(error)
    }
  }
  // Awaited, since the row is gone by the time it is done, and nobody would be told.
  const removeThis = async () => {
    try {
      await remove.mutateAsync(file.id)
      offer(t('files.deleted', { name: file.name }), bringBack)
    } catch (error) {
      fail(error)
    }
  }
  const items: MenuProps['items'] = [
    file.shown && { key: 'show', label: t('files.show'), icon: <Eye size={15} />, onClick: onShow },
    {
      key: 'keep',
      icon: <Download size={15} />,
      label: (
        <a href={contentAddress(of, file.id)} download={file.name}>
          {t('files.download')}
        </a>
      ),
    },
    !file.attribute && {
      key: 'versions',
      label: t('files.versions'),
      icon: <History size={15} />,
      onClick: () => setDialog('versions'),
    },
    editable && {
      key: 'version',
      label: t('files.newVersion'),
      icon: <FileUp size={15} />,
      onClick: () => chooser.current?.click(),
    },
    editable && {
      key: 'rename',
      label: t('files.rename'),
      icon: <Pencil size={15} />,
      onClick: () => setDialog('rename'),
    },
    editable && {
      key: 'delete',
      danger: true,
      label: t('action.delete'),
      icon: <Trash2 size={15} />,
      onClick: () => void removeThis(),
    },
  ].filter((item) => item !== false)
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button
          type="text"
          size="small"
          icon={<Ellipsis size={16} aria-hidden />}
          aria-label={t('files.more', { name: file.name })}
        />
      </Dropdown>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('files.newVersion')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onVersion(chosen)
          target.value = ''
        }}
      />
      <Suspense>
        {dialog === 'rename' && <RenameDialog of={of} file={file} onClose={() => setDialog(undefined)} />}
        {dialog === 'versions' && (
          <VersionsDialog of={of} file={file} editable={editable} onClose={() => setDialog(undefined)} />
        )}
      </Suspense>
    </>
  )
}
