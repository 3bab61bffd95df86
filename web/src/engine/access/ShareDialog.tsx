import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { sharesOptions } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { Failure, SkeletonRows } from '~/ui/states'
import { ShareForm } from './ShareForm'
import { ShareRow } from './ShareRow'
import './access.css'

interface ShareDialogProps {
  object: ObjectType
  record: RecordData
  onClose: () => void
}

/** Who has a record beside its owner, and why; and giving it to others. */
export function ShareDialog({ object, record, onClose }: ShareDialogProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(sharesOptions(object.name, record.id))
  return (
    <Modal
      open
      width={560}
      footer={null}
      title={t('share.title', { title: titleOf(record, object.title) || t('record.untitled') })}
      onCancel={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          {data.mayGive ? (
            <ShareForm object={object.name} id={record.id} />
          ) : (
            <p className="sub">{t('share.mayNot')}</p>
          )}
          <section className="share-list" aria-label={t('share.whoHas')}>
            <h3>{t('share.whoHas')}</h3>
            {data.items.length === 0 ? (
              <p className="nothing">{t('share.nobody')}</p>
            ) : (
              <ul>
                {data.items.map((share) => (
                  <ShareRow
                    key={`${share.kind} ${share.to.id}`}
                    object={object.name}
                    id={record.id}
                    share={share}
                    mayGive={data.mayGive}
                  />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Modal>
  )
}
