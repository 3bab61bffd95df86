import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { ChangeItem } from '~/engine/timeline/ChangeItem'
import { CommentItem } from '~/engine/timeline/CommentItem'
import { Composer } from '~/engine/timeline/Composer'
import { FileItem } from '~/engine/timeline/FileItem'
import { RecordItem } from '~/engine/timeline/RecordItem'
import '~/engine/timeline/timeline.css'
import { CHANGE, COMMENT, DEAL, FILE_ADDED, NOTE } from './objects'
import { Part } from './Show'

/** What stands on a timeline, and where more is added. */
export function TimelinePart() {
  const { t } = useTranslation()
  const object = useCatalog().object('deals')
  if (!object) return null
  const elsewhere = { ...CHANGE, id: 'elsewhere', record: { object: 'notes', id: 'note', title: '预算确认' }, by: null }
  return (
    <Part name="timeline">
      <div className="card timeline kit-timeline">
        <Composer object={object} record={DEAL} />
        <ol className="tl">
          <RecordItem entry={NOTE} host={DEAL.id} />
          <CommentItem entry={COMMENT} host={DEAL.id} />
          <CommentItem
            entry={{ ...COMMENT, id: 'deleted', deleted: true, replies: [], editedAt: null }}
            host={DEAL.id}
          />
          <FileItem entry={FILE_ADDED} />
          <ChangeItem entry={CHANGE} parts={[]} host={DEAL.id} />
          <ChangeItem entry={{ ...elsewhere, action: 'created', changes: [] }} parts={[]} host={DEAL.id} />
        </ol>
        <p className="nothing">{t('timeline.empty')}</p>
      </div>
    </Part>
  )
}
