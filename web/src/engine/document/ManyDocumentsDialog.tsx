import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { MOST_DOCUMENTS, templatesFor, useManyDocuments } from '~/api/documents'
import { asProblem } from '~/api/problem'
import { Failure, SkeletonRows } from '~/ui/states'
import { useOnce } from '~/ui/useOnce'
import type { BulkProps } from '../bulk/BulkEdit'
import { useCountedTitle } from '../shared/useCountedTitle'
import { useJobNotice } from '../shared/useJobNotice'
import { NoTemplates } from './NoTemplates'
import { TemplateChoice } from './TemplateChoice'
import './document.css'

const WORDS = { running: 'documents.running', done: 'documents.done', final: true }
const TITLES = { many: 'documents.makeMany', all: 'documents.makeAll' }

/** What they come as: one PDF to print, or each by itself in an archive. */
const SHAPES = {
  joined: { format: 'pdf', joined: true },
  pdf: { format: 'pdf', joined: false },
  docx: { format: 'docx', joined: false },
} as const

type Shape = keyof typeof SHAPES

/** Documents of many records, by a job. */
export function ManyDocumentsDialog({ object, chosen, count, onDone, onClose }: BulkProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(templatesFor(object.name))
  const [wanted, setWanted] = useState<string>()
  const [shape, setShape] = useState<Shape>('joined')
  const run = useManyDocuments(object.name)
  const notice = useJobNotice()
  const once = useOnce()
  const title = useCountedTitle(object, count, TITLES)
  const templates = data?.items ?? []
  const template = wanted ?? templates[0]?.id
  const tooMany = count !== undefined && count > MOST_DOCUMENTS
  const start = () =>
    template &&
    once.begin() &&
    run.mutate(
      { ...chosen, template, ...SHAPES[shape] },
      {
        onSuccess: ({ id }) => {
          notice.watch(id, WORDS)
          onDone()
          onClose()
        },
        onError: once.again,
      },
    )
  return (
    <Modal
      open
      title={title}
      okText={t('documents.make')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !template || tooMany, loading: run.isPending }}
      onOk={start}
      onCancel={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : templates.length === 0 ? (
        <NoTemplates />
      ) : (
        <div className="document-many">
          <TemplateChoice templates={templates} value={template} onChange={setWanted} />
          <Radio.Group
            aria-label={t('documents.format')}
            value={shape}
            onChange={(event) => setShape(event.target.value as Shape)}
            options={Object.keys(SHAPES).map((value) => ({ value, label: t(`documents.shape.${value}`) }))}
          />
          {tooMany && (
            <p className="bad" role="alert">
              {t('documents.tooMany', { value: MOST_DOCUMENTS })}
            </p>
          )}
          {run.isError && (
            <p className="bad" role="alert">
              {asProblem(run.error).message || t('state.failed')}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}
