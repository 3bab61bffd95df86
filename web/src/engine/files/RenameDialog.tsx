import { useState } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFileChanges, type FilesOf, type RecordFile } from '~/api/files'
import { asProblem } from '~/api/problem'

interface RenameDialogProps {
  of: FilesOf
  file: RecordFile
  onClose: () => void
}

/** What a file is called; what it is does not change with it. */
export function RenameDialog({ of, file, onClose }: RenameDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(file.name)
  const { rename } = useFileChanges(of)
  const problem = rename.error ? asProblem(rename.error) : undefined
  const words = problem && (problem.errors[0]?.message || problem.message || t('state.failed'))
  const submit = () => rename.mutate({ id: file.id, name }, { onSuccess: onClose })
  return (
    <Modal
      open
      width={440}
      title={t('files.rename')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: rename.isPending, disabled: !name.trim() }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="form-field"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="file-name">{t('files.name')}</label>
        <Input
          id="file-name"
          autoFocus
          maxLength={200}
          value={name}
          status={words ? 'error' : undefined}
          aria-invalid={Boolean(words)}
          aria-describedby="file-name-problem"
          onChange={({ target }) => setName(target.value)}
        />
        <p id="file-name-problem" className="file-failed" role="alert">
          {words}
        </p>
      </form>
    </Modal>
  )
}
