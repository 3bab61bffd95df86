import { Suspense, useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Recycle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { filesOptions, type RecordFile } from '~/api/files'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { later } from '~/ui/later'
import { Failure, SkeletonRows } from '~/ui/states'
import { AddFiles } from './AddFiles'
import { FileRow } from './FileRow'
import { useArriving } from './useArriving'
import { useUploads } from './useUploads'
import './files.css'

const DeletedDialog = later(async () => (await import('./DeletedDialog')).DeletedDialog)
const UploadRow = later(async () => (await import('./UploadRow')).UploadRow)
const Preview = later(async () => (await import('./Preview')).Preview)

/** The files of a record: chosen, dropped or pasted here, looked at and kept from here. */
export function FilesCard({ object, id }: { object: ObjectType; id: string }) {
  const { t, i18n } = useTranslation()
  const of = { object: object.name, id }
  const looking = useLooking()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(filesOptions(of))
  const [shown, setShown] = useState<RecordFile>()
  const [bin, setBin] = useState(false)
  const { uploads, add, cancel } = useUploads(of)
  const files = data?.pages.flatMap((page) => page.items)
  const editable = Boolean(data?.pages[0]?.mayChange) && !looking
  const { over, place } = useArriving(editable, add)
  const empty = files?.length === 0 && uploads.length === 0
  return (
    <section className={over ? 'card files over' : 'card files'} aria-label={t('files.title')} {...place}>
      <header>
        <h2>{t('files.title')}</h2>
        {files && files.length > 0 && (
          <span className="num">
            {formatNumber(files.length, i18n.language)}
            {hasNextPage && '+'}
          </span>
        )}
        <span className="grow" />
        {editable && (
          <>
            <Button
              type="text"
              size="small"
              icon={<Recycle size={15} aria-hidden />}
              aria-label={t('files.bin')}
              onClick={() => setBin(true)}
            />
            <AddFiles onChoose={add} />
          </>
        )}
      </header>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {empty && <p className="nothing">{t(editable ? 'files.dropHere' : 'files.empty')}</p>}
      {!empty && (files || uploads.length > 0) && (
        <ul className="file-list">
          <Suspense>
            {uploads.map((upload) => (
              <UploadRow key={upload.key} upload={upload} onCancel={() => cancel(upload.key)} />
            ))}
          </Suspense>
          {files?.map((file) => (
            <FileRow
              key={file.id}
              of={of}
              file={file}
              editable={editable}
              onShow={() => setShown(file)}
              onVersion={(content) => add([content], file.id)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button type="text" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('files.earlier')}
        </Button>
      )}
      <Suspense>
        {shown && <Preview of={of} file={shown} onClose={() => setShown(undefined)} />}
        {bin && <DeletedDialog of={of} onClose={() => setBin(false)} />}
      </Suspense>
    </section>
  )
}
