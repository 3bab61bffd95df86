import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { lookalikesOptions } from '~/api/duplicates'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf, useReferenceOptions } from '~/fields/reference/options'
import { MergeDialog } from './MergeDialog'
import { MOST_MERGED } from './mergeable'

interface MergeWithProps {
  object: ObjectType
  record: RecordData
  onClose: () => void
  onMerged: (into: string) => void
}

/** Asks with which others a record is to become one; those like it are offered first. */
export function MergeWith({ object, record, onClose, onMerged }: MergeWithProps) {
  const { t } = useTranslation()
  const [others, setOthers] = useState<string[]>([])
  const [chosen, setChosen] = useState(false)
  const offered = useReferenceOptions(object.name, true)
  const alike = useQuery({
    ...lookalikesOptions(object.name, record.id, {}),
    enabled: Boolean(object.compared?.length),
  })
  const likely = (alike.data ?? []).flatMap(({ id, title }) => (id ? [{ value: id, label: title ?? id }] : []))
  const known = new Set([record.id, ...likely.map(({ value }) => value)])
  if (chosen) {
    return <MergeDialog object={object} ids={[record.id, ...others]} onClose={onClose} onMerged={onMerged} />
  }
  const groups = [
    ...(likely.length > 0 ? [{ label: t('merge.likely'), options: likely }] : []),
    {
      label: object.pluralLabel,
      options: offered.options
        .filter(({ value }) => !known.has(value))
        .map(({ value, label, subtitle }) => ({ value, label: subtitle ? `${label} · ${subtitle}` : label })),
    },
  ]
  return (
    <Modal
      open
      title={t('merge.withTitle', { title: titleOf(record, object.title) || t('record.untitled') })}
      okText={t('merge.compare')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: others.length === 0 }}
      onOk={() => setChosen(true)}
      onCancel={onClose}
    >
      <Select<string[]>
        className="fill"
        mode="multiple"
        autoFocus
        aria-label={t('merge.with')}
        placeholder={t('merge.with')}
        maxCount={MOST_MERGED}
        showSearch={{ filterOption: false, onSearch: offered.setWords }}
        loading={offered.loading}
        value={others}
        options={groups}
        onChange={setOthers}
      />
    </Modal>
  )
}
