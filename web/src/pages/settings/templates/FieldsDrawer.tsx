import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fieldsOptions, type FieldGroup } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import { firstRowsOptions } from '~/api/records'
import { toClipboard } from '~/ui/clipboard'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { useClearing } from '~/ui/useClearing'
import { usePhone } from '~/ui/useMedia'

const found = (groups: FieldGroup[], words: string): FieldGroup[] => {
  const wanted = words.trim().toLowerCase()
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ path, label }) =>
        `${path} ${label} ${group.label}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ fields }) => fields.length > 0)
}

function Group({ group, onCopy }: { group: FieldGroup; onCopy: (text: string) => void }) {
  const { t } = useTranslation()
  return (
    <section aria-label={group.label}>
      <h3>{group.label}</h3>
      {group.lines && (
        <p className="sub">
          {t('templates.inLines')} <code>{`{{#${group.lines}}} … {{/${group.lines}}}`}</code>
        </p>
      )}
      <ul>
        {group.fields.map(({ path, label, example }) => (
          <li key={path}>
            <div className="grow">
              {label} <code>{`{{${path}}}`}</code>
              {example && <p className="sub ellipsis">{t('templates.example', { example })}</p>}
            </div>
            <Button
              type="text"
              size="small"
              icon={<Copy size={14} aria-hidden />}
              aria-label={t('templates.copy', { label })}
              onClick={() => onCopy(`{{${path}}}`)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything a template may ask for, to be copied, with what some record says there. */
export function FieldsDrawer({ object, onClose }: { object: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const phone = usePhone()
  const clearing = useClearing()
  const [words, setWords] = useState('')
  const label = useCatalog().object(object)?.pluralLabel ?? object
  const rows = useQuery(firstRowsOptions(object, { limit: 1 }))
  const record = rows.data?.items[0]?.id
  const { data, error, refetch } = useQuery({ ...fieldsOptions(object, record), enabled: !rows.isPending })
  const groups = found(data?.groups ?? [], words)
  const copy = async (text: string) => {
    await toClipboard(text)
    message.success(t('templates.copied', { text }))
  }
  return (
    <Drawer open size={phone ? '100%' : 480} title={t('templates.fieldsOf', { label })} onClose={onClose}>
      <div className="template-fields">
        <p className="sub">{t('templates.fieldsDetail')}</p>
        <Input.Search
          allowClear={clearing}
          aria-label={t('templates.search')}
          placeholder={t('templates.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} />
        ) : groups.length === 0 ? (
          <Empty title={t('templates.nothing')} />
        ) : (
          groups.map((group) => (
            <Group key={group.label + (group.lines ?? '')} group={group} onCopy={(text) => void copy(text)} />
          ))
        )}
      </div>
    </Drawer>
  )
}
