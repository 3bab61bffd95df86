import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Modal, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { segmentsOptions, useManySegmentMembers, useSegmentMembers } from '~/api/segments'
import { formatNumber } from '~/fields/format'
import type { BulkProps } from '../bulk/BulkEdit'
import { useJobNotice } from '../shared/useJobNotice'
import { useUndoOffer } from '../shared/useUndoOffer'
import './segment.css'

/** So many go at once; more go by a job. */
const AT_ONCE = 1_000

type Way = 'add' | 'remove'

/** Which segment, and whether chosen records come or go; of those one sees how many it were, and takes it back. */
export function SegmentMembersDialog({ object, chosen, count, onDone, onClose }: BulkProps & { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { data = [], isPending } = useQuery(segmentsOptions(object.name))
  const [segment, setSegment] = useState<string>()
  const [way, setWay] = useState<Way>('add')
  const some = useSegmentMembers()
  const many = useManySegmentMembers()
  const offer = useUndoOffer()
  const notice = useJobNotice()
  const error = some.error ?? many.error
  const ids = 'ids' in chosen ? chosen.ids : undefined
  const ended = () => {
    onDone()
    onClose()
  }
  const submit = () => {
    if (!segment) return
    if (ids && ids.length <= AT_ONCE) {
      some.mutate(
        { id: segment, [way]: ids },
        {
          onSuccess: ({ added, removed }) => {
            const value = formatNumber(added.length + removed.length, i18n.language)
            offer(t(`segments.done.${way}`, { value }), () => some.mutate({ id: segment, add: removed, remove: added }))
            ended()
          },
        },
      )
    } else {
      many.mutate(
        { ...chosen, id: segment, remove: way === 'remove' },
        {
          onSuccess: ({ id }) => {
            notice.watch(id, { running: 'segments.filling', done: 'segments.filled' })
            ended()
          },
        },
      )
    }
  }
  const options = data
    .filter(({ kind, mayChange }) => kind === 'static' && mayChange)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Modal
      open
      width={480}
      title={
        count === undefined
          ? t('segments.membersAll', { label: object.pluralLabel })
          : t('segments.membersMany', { value: formatNumber(count, i18n.language), label: object.pluralLabel })
      }
      okText={t(`bulk.hows.${way}`)}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: some.isPending || many.isPending, disabled: !segment }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="segment-pick">
        <Segmented<Way>
          aria-label={t('bulk.how')}
          value={way}
          options={[
            { value: 'add', label: t('bulk.hows.add') },
            { value: 'remove', label: t('bulk.hows.remove') },
          ]}
          onChange={setWay}
        />
        <Select
          className="fill"
          aria-label={t('segments.one')}
          placeholder={t('segments.choose')}
          autoFocus
          loading={isPending}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('segments.noneStatic')}
          value={segment}
          options={options}
          onChange={setSegment}
        />
        {error && (
          <p className="field-error" role="alert">
            {asProblem(error).message}
          </p>
        )}
      </div>
    </Modal>
  )
}
