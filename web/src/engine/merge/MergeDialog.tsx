import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { mergePreviewOptions, useMerge, type MergePreview } from '~/api/merge'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { useJobNotice } from '../shared/useJobNotice'
import { ComesAlong } from './ComesAlong'
import { namesOf } from './names'
import { MergedValues } from './MergedValues'
import './merge.css'

interface MergeDialogProps {
  object: ObjectType
  ids: readonly string[]
  onClose: () => void
  /** @param into the record that stays */
  onMerged?: (into: string) => void
}

const WORDS = { running: 'merge.running', done: 'merge.done' }

interface StayingProps {
  preview: MergePreview
  into: string
  onChange: (id: string) => void
}

/** Which of the records stays. */
function Staying({ preview, into, onChange }: StayingProps) {
  const { t } = useTranslation()
  const names = namesOf(preview)
  return (
    <fieldset className="merge-row">
      <legend>{t('merge.into')}</legend>
      <Radio.Group
        className="merge-values"
        aria-label={t('merge.into')}
        value={into}
        onChange={({ target }) => onChange(String(target.value))}
      >
        {names.map(({ id, name, owner }) => (
          <Radio key={id} value={id}>
            <b>{name}</b>
            {owner?.title && <span className="sub"> {owner.title}</span>}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}

/** Several records side by side, attribute by attribute, and what becomes of them as one. */
export function MergeDialog({ object, ids, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation()
  const [into, setInto] = useState(ids[0] ?? '')
  const [choose, setChoose] = useState<Record<string, string>>({})
  const order = { into, from: ids.filter((id) => id !== into), choose }
  const { data, error, refetch, isPlaceholderData } = useQuery(mergePreviewOptions(object.name, order))
  const merge = useMerge(object.name)
  const notice = useJobNotice()
  const run = () => {
    if (!data) return
    const versions = Object.fromEntries(data.records.map(({ id, version }) => [id, version]))
    merge.mutate(
      { ...order, versions },
      {
        onSuccess: (job) => {
          notice.watch(job.id, WORDS)
          onClose()
          onMerged?.(into)
        },
      },
    )
  }
  const refused = merge.error && asProblem(merge.error)
  return (
    <Modal
      open
      width={880}
      className="merge-dialog"
      title={t('merge.title', { label: object.pluralLabel })}
      okText={t('merge.do', { count: ids.length })}
      cancelText={t('action.cancel')}
      okButtonProps={{
        disabled: !data || isPlaceholderData || data.obstacles.length > 0,
        loading: merge.isPending || isPlaceholderData,
      }}
      onOk={run}
      onCancel={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="merge">
          <Staying preview={data} into={into} onChange={setInto} />
          <MergedValues
            object={object}
            preview={data}
            chosen={choose}
            onChoose={(attribute, from) => setChoose({ ...choose, [attribute]: from })}
          />
          <ComesAlong preview={data} />
          {data.obstacles.map(({ record, code, message }) => (
            <Alert key={`${record} ${code}`} type="error" showIcon title={message} />
          ))}
          {refused && (
            <Alert type="error" showIcon title={refused.errors[0]?.message ?? refused.message} role="alert" />
          )}
          <p className="sub">{t('merge.after')}</p>
        </div>
      )}
    </Modal>
  )
}
