import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Segmented } from 'antd'
import { Download, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { makeDocument, previewOptions, templatesFor, useKeepDocument, type DocumentFormat } from '~/api/documents'
import { saveFile } from '~/api/exports'
import { asProblem } from '~/api/problem'
import type { ObjectType, RecordData } from '~/api/types'
import { Failure, Loading, SkeletonRows } from '~/ui/states'
import { useOnce } from '~/ui/useOnce'
import { Pages } from '../files/Pages'
import { useRights } from '../record/useRights'
import { LeftNote } from './LeftNote'
import { NoTemplates } from './NoTemplates'
import { TemplateChoice } from './TemplateChoice'
import './document.css'

interface DocumentProps {
  object: ObjectType
  record: RecordData
}

/** How it will look, whatever it is written as. */
function Preview({ object, record, template }: DocumentProps & { template: string | undefined }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(previewOptions(object.name, record.id, template))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <LeftNote left={data.left} />
      <Pages content={data.file} title={t('documents.preview', { name: data.name })} />
    </>
  )
}

/** Chooses a template, shows what comes of it, and hands it over or keeps it with the record. */
export function DocumentDialog({ object, record, onClose }: DocumentProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const once = useOnce()
  const { data, error, refetch } = useQuery(templatesFor(object.name))
  const [chosen, setChosen] = useState<string>()
  const [format, setFormat] = useState<DocumentFormat>('pdf')
  const [taking, setTaking] = useState(false)
  const keep = useKeepDocument(object.name, record.id)
  const editable = useRights(object, record).edit
  const templates = data?.items ?? []
  const template = chosen ?? templates[0]?.id
  const fail = (failure: unknown) => void message.error(asProblem(failure).message || t('state.failed'))

  const take = async () => {
    if (!template) return
    setTaking(true)
    try {
      const { file, name } = await (format === 'pdf'
        ? client.ensureQueryData(previewOptions(object.name, record.id, template))
        : makeDocument(object.name, record.id, template, format))
      saveFile(file, name)
    } catch (failure) {
      fail(failure)
    } finally {
      setTaking(false)
    }
  }
  const keepIt = () =>
    template &&
    once.begin() &&
    keep.mutate(
      { template, format },
      {
        onSuccess: ({ file }) => {
          message.success(t('documents.kept', { name: file.name }))
          onClose()
        },
        onError: (failure) => {
          fail(failure)
          once.again()
        },
      },
    )
  const footer = template && (
    <div className="document-ways">
      <Segmented<DocumentFormat>
        aria-label={t('documents.format')}
        value={format}
        onChange={setFormat}
        options={[
          { value: 'pdf', label: 'PDF' },
          { value: 'docx', label: 'Word' },
        ]}
      />
      <span className="grow" />
      {editable && (
        <Button icon={<Paperclip size={15} aria-hidden />} loading={keep.isPending} onClick={keepIt}>
          {t('documents.keep')}
        </Button>
      )}
      <Button type="primary" icon={<Download size={15} aria-hidden />} loading={taking} onClick={() => void take()}>
        {t('documents.download')}
      </Button>
    </div>
  )
  return (
    <Modal
      open
      centered
      width="min(1080px, 94vw)"
      title={t('documents.make')}
      onCancel={onClose}
      footer={footer || null}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : templates.length === 0 ? (
        <NoTemplates />
      ) : (
        <div className="document-making">
          <TemplateChoice templates={templates} value={template} onChange={setChosen} />
          <div className="document-preview">
            <Preview key={template} object={object} record={record} template={template} />
          </div>
        </div>
      )}
    </Modal>
  )
}
