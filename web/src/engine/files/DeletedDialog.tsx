import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { deletedFilesOptions, useFileChanges, type FilesOf } from '~/api/files'
import { asProblem } from '~/api/problem'
import { formatBytes, formatTime } from '~/fields/format'
import { Empty, Failure, SkeletonRows } from '~/ui/states'

/** What was deleted of a record's files, to be brought back. */
export function DeletedDialog({ of, onClose }: { of: FilesOf; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    deletedFilesOptions(of),
  )
  const { restore } = useFileChanges(of)
  const files = data?.pages.flatMap((page) => page.items)
  const bringBack = (id: string) =>
    restore.mutate(id, {
      onError: (problem) => void message.error(asProblem(problem).message || t('state.failed')),
    })
  return (
    <Modal open width={560} footer={null} title={t('files.bin')} onCancel={onClose}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={3} />}
      {files?.length === 0 && <Empty title={t('files.binEmpty')} />}
      <ul className="file-versions" aria-label={t('files.bin')}>
        {files?.map((file) => (
          <li key={file.id} className="item">
            <div className="grow">
              <div className="ellipsis" title={file.name}>
                {file.name}
              </div>
              <div className="sub words">
                <span className="num">{formatBytes(file.size, i18n.language)}</span>
                {file.deletedAt && <time dateTime={file.deletedAt}>{formatTime(file.deletedAt, i18n.language)}</time>}
              </div>
            </div>
            <Button
              size="small"
              loading={restore.isPending && restore.variables === file.id}
              aria-label={t('files.bringBack', { name: file.name })}
              onClick={() => bringBack(file.id)}
            >
              {t('action.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button type="text" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('files.earlier')}
        </Button>
      )}
    </Modal>
  )
}
