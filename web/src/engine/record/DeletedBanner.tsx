import { App, Button } from 'antd'
import { Recycle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useRestore } from '~/api/records'
import type { ObjectType, RecordData, Reference } from '~/api/types'
import { formatTime } from '~/fields/format'

export function DeletedBanner({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const restore = useRestore(object.name)
  const by = record.deletedBy as Reference | null | undefined
  return (
    <div className="page-note deleted-banner" role="status">
      <Recycle size={16} aria-hidden />
      <span className="grow">
        {t('delete.banner', { name: by?.title ?? '—', time: formatTime(String(record.deletedAt), i18n.language) })}
      </span>
      {object.rights.delete && (
        <Button
          size="small"
          loading={restore.isPending}
          onClick={() => restore.mutate([record.id], { onError: (error) => message.error(asProblem(error).message) })}
        >
          {t('action.restore')}
        </Button>
      )}
    </div>
  )
}
