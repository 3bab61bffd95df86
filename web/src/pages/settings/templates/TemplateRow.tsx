import { Suspense, useRef, useState } from 'react'
import { App, Button, Dropdown, Switch, type MenuProps } from 'antd'
import { Ellipsis, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEMPLATES, templateName } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import type { RecordData } from '~/api/types'
import { formatAgo } from '~/fields/format'
import { later } from '~/ui/later'
import { Complaints } from './Complaints'
import { useTemplates } from './useTemplates'

const TemplateFiles = later(async () => (await import('./TemplateFiles')).TemplateFiles)

interface TemplateRowProps {
  template: RecordData
  onEdit: () => void
  onFields: () => void
}

/** A template: for what it is, and what can be done with it. */
export function TemplateRow({ template, onEdit, onFields }: TemplateRowProps) {
  const { t, i18n } = useTranslation()
  const { message, modal } = App.useApp()
  const catalog = useCatalog()
  const { save, replace, remove } = useTemplates()
  const chooser = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState(false)
  const name = templateName(template)
  const rights = catalog.object(TEMPLATES)?.rights
  const complain = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))
  const label = (attribute: string) =>
    catalog.attribute(TEMPLATES, attribute)?.choices?.find(({ code }) => code === template[attribute])?.label
  const told = [label('object'), label('language'), formatAgo(String(template.updatedAt), i18n.language)]
  const items: MenuProps['items'] = [
    { key: 'files', label: t('templates.files'), onClick: () => setFiles(true) },
    { key: 'fields', label: t('templates.fields'), onClick: onFields },
    rights?.edit && { key: 'replace', label: t('templates.replace'), onClick: () => chooser.current?.click() },
    rights?.edit && { key: 'edit', label: t('action.edit'), onClick: onEdit },
    rights?.delete && {
      key: 'remove',
      danger: true,
      label: t('action.delete'),
      onClick: () =>
        void modal.confirm({
          title: t('templates.removeQuestion', { name }),
          content: t('templates.removeDetail'),
          okText: t('action.delete'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(template.id).catch(complain),
        }),
    },
  ].filter((item) => item !== false && item !== undefined)
  return (
    <li className="item template">
      <FileText size={18} aria-hidden />
      <div className="grow">
        <button type="button" className="plain ellipsis" title={name} onClick={() => setFiles(true)}>
          {name}
        </button>
        <p className="sub">{told.filter(Boolean).join(' · ')}</p>
        {typeof template.description === 'string' && <p className="sub">{template.description}</p>}
        {replace.error && <Complaints error={replace.error} />}
      </div>
      <Switch
        size="small"
        checked={Boolean(template.active)}
        disabled={!rights?.edit}
        loading={save.isPending}
        aria-label={t('templates.activeOf', { name })}
        onChange={(active) => save.mutate({ template, active }, { onError: complain })}
      />
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button
          size="small"
          type="text"
          loading={replace.isPending}
          icon={<Ellipsis size={16} aria-hidden />}
          aria-label={t('templates.more', { name })}
        />
      </Dropdown>
      <input
        ref={chooser}
        type="file"
        accept=".docx"
        hidden
        aria-label={t('templates.replaceOf', { name })}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file)
            replace.mutate(
              { id: template.id, file },
              { onSuccess: () => message.success(t('templates.replaced', { name })) },
            )
          target.value = ''
        }}
      />
      <Suspense>{files && <TemplateFiles template={template} onClose={() => setFiles(false)} />}</Suspense>
    </li>
  )
}
