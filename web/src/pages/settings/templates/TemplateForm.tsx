import { useState } from 'react'
import { Button, Input, Modal, Radio, Select, Upload } from 'antd'
import { FileUp, ListTree } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEMPLATES } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import type { RecordData } from '~/api/types'
import { useOnce } from '~/ui/useOnce'
import { Complaints } from './Complaints'
import { FieldsDrawer } from './FieldsDrawer'
import { useTemplates } from './useTemplates'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Makes a template of a document of Word or of an example, or changes what is said of one. */
export function TemplateForm({ template, onClose }: { template?: RecordData; onClose: () => void }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { add, save } = useTemplates()
  const [name, setName] = useState(text(template?.name))
  const [object, setObject] = useState(text(template?.object) || 'customers')
  const [language, setLanguage] = useState(text(template?.language))
  const [description, setDescription] = useState(text(template?.description))
  const [source, setSource] = useState<'file' | 'example'>('file')
  const [file, setFile] = useState<File>()
  const [fields, setFields] = useState(false)
  const choices = (attribute: string) => catalog.attribute(TEMPLATES, attribute)?.choices ?? []
  const once = useOnce()
  const pending = add.isPending || save.isPending
  const error = add.error ?? save.error
  const lacksFile = !template && source === 'file' && !file
  const submit = () => {
    if (lacksFile || !name.trim() || !once.begin()) return
    const body = { name, object, description: description || null, language: language || null }
    const then = { onSuccess: onClose, onError: once.again }
    if (template) save.mutate({ template, ...body }, then)
    else add.mutate({ ...body, file: source === 'file' ? file : undefined }, then)
  }
  return (
    <Modal
      open
      title={t(template ? 'templates.change' : 'templates.create')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !name.trim() || lacksFile, loading: pending }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="template-name">{catalog.attribute(TEMPLATES, 'name')?.label}</label>
        <Input
          id="template-name"
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="template-object">{catalog.attribute(TEMPLATES, 'object')?.label}</label>
        <Select
          id="template-object"
          value={object}
          disabled={Boolean(template)}
          onChange={setObject}
          options={choices('object').map(({ code, label }) => ({ value: code, label }))}
        />
        {!template && (
          <>
            <Radio.Group
              aria-label={t('templates.source')}
              value={source}
              onChange={(event) => setSource(event.target.value as 'file' | 'example')}
              options={[
                { value: 'file', label: t('templates.fromFile') },
                { value: 'example', label: t('templates.fromExample') },
              ]}
            />
            {source === 'file' ? (
              <div className="template-file">
                <Upload
                  accept=".docx"
                  maxCount={1}
                  showUploadList={false}
                  beforeUpload={(chosen) => {
                    setFile(chosen)
                    add.reset()
                    return false
                  }}
                >
                  <Button icon={<FileUp size={15} aria-hidden />}>{file ? file.name : t('templates.choose')}</Button>
                </Upload>
                <Button type="link" icon={<ListTree size={15} aria-hidden />} onClick={() => setFields(true)}>
                  {t('templates.fields')}
                </Button>
              </div>
            ) : (
              <p className="sub">{t('templates.exampleDetail')}</p>
            )}
          </>
        )}
        <label htmlFor="template-language">{catalog.attribute(TEMPLATES, 'language')?.label}</label>
        <Select
          id="template-language"
          value={language}
          onChange={setLanguage}
          options={[
            { value: '', label: t('templates.readers') },
            ...choices('language').map(({ code, label }) => ({ value: code, label })),
          ]}
        />
        <label htmlFor="template-description">{catalog.attribute(TEMPLATES, 'description')?.label}</label>
        <Input
          id="template-description"
          maxLength={500}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        {error && <Complaints error={error} />}
      </form>
      {fields && <FieldsDrawer object={object} onClose={() => setFields(false)} />}
    </Modal>
  )
}
