import { useQuery } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { contentAddress, useFileChanges, versionsOptions, type FilesOf, type RecordFile } from '~/api/files'
import { asProblem } from '~/api/problem'
import { formatBytes, formatTime } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'

interface VersionsDialogProps {
  of: FilesOf
  file: RecordFile
  editable: boolean
  onClose: () => void
}

/** What a file was, when and by whom; any of it can be had, and become the newest again. */
export function VersionsDialog({ of, file, editable, onClose }: VersionsDialogProps) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery(versionsOptions(of, file.id))
  const { restoreVersion } = useFileChanges(of)
  const restore = (version: string) =>
    restoreVersion.mutate(
      { id: file.id, version },
      {
        onSuccess: () => void message.success(t('files.versionRestored')),
        onError: (problem) => void message.error(asProblem(problem).message || t('state.failed')),
      },
    )
  return (
    <Modal open width={560} footer={null} title={t('files.versionsOf', { name: file.name })} onCancel={onClose}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={3} />}
      <ol className="file-versions" aria-label={t('files.versions')}>
        {data?.items.map((version) => (
          <li key={version.id} className="item">
            <b className="num">{version.version}</b>
            <div className="grow">
              <a
                className="ellipsis"
                title={version.name}
                href={contentAddress(of, file.id, { version: version.id })}
                download={version.name}
              >
                {version.name}
              </a>
              <div className="sub words">
                <span className="num">{formatBytes(version.size, i18n.language)}</span>
                {version.by.title && <span>{version.by.title}</span>}
                <time dateTime={version.at}>{formatTime(version.at, i18n.language)}</time>
              </div>
            </div>
            {version.current ? (
              <span className="pill jade">{t('files.current')}</span>
            ) : (
              editable && (
                <Button
                  size="small"
                  loading={restoreVersion.isPending && restoreVersion.variables.version === version.id}
                  aria-label={t('files.restoreVersion', { version: version.version })}
                  onClick={() => restore(version.id)}
                >
                  {t('action.restore')}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
