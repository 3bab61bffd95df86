import { useState } from 'react'
import { Button, Checkbox, Radio, Segmented, Select, Switch } from 'antd'
import { ListFilter, Plus, Upload, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DeleteButton, EditButton } from '~/ui/RowButtons'
import { Part, Show } from './Show'

const TYPES = ['primary', 'default', 'dashed', 'text', 'link'] as const

/** What is pressed, ticked and chosen. */
export function ButtonsPart() {
  const { t } = useTranslation()
  const [segment, setSegment] = useState('slate')
  const stages = ['slate', 'indigo', 'jade'].map((value) => ({ value, label: t(`kit.stages.${value}`) }))
  const row = (props: { disabled?: boolean; danger?: boolean; loading?: boolean; size?: 'small' }) => (
    <span className="kit-row">
      {TYPES.map((type) => (
        <Button key={type} type={type} {...props}>
          {t('action.save')}
        </Button>
      ))}
      <Button {...props} icon={<Plus size={15} aria-hidden />}>
        {t('action.create')}
      </Button>
      <Button {...props} icon={<X size={15} aria-hidden />} aria-label={t('action.remove')} />
    </span>
  )
  return (
    <Part name="buttons">
      <div className="card kit-shows">
        <Show state="filled" wide>
          {row({})}
        </Show>
        <Show state="small" wide>
          {row({ size: 'small' })}
        </Show>
        <Show state="danger" wide>
          {row({ danger: true })}
        </Show>
        <Show state="disabled" wide>
          {row({ disabled: true })}
        </Show>
        <Show state="loading" wide>
          {row({ loading: true })}
        </Show>
        <Show state="links" wide>
          <span className="kit-row">
            <a className="button-link" href="#kit-buttons">
              <Upload size={15} aria-hidden />
              {t('action.import')}
            </a>
            <button type="button" className="chip dashed">
              <ListFilter size={14} aria-hidden />
              {t('filter.add')}
            </button>
            <button type="button" className="chip dashed wrong">
              {t('filter.expression')}
            </button>
            <EditButton label={t('action.edit')} onClick={() => {}} />
            <DeleteButton
              label={t('action.delete')}
              question={t('action.delete')}
              pending={false}
              onConfirm={() => {}}
            />
          </span>
        </Show>
        <Show state="choosing" wide>
          <span className="kit-row">
            <Segmented aria-label={t('kit.names.stage')} value={segment} onChange={setSegment} options={stages} />
            <Select aria-label={t('kit.names.grade')} className="kit-select" defaultValue="indigo" options={stages} />
            <Checkbox defaultChecked>{t('kit.names.title')}</Checkbox>
            <Checkbox indeterminate>{t('kit.names.title')}</Checkbox>
            <Checkbox disabled>{t('kit.names.title')}</Checkbox>
            <Radio.Group defaultValue="slate" options={stages} />
            <Switch defaultChecked aria-label={t('kit.names.title')} />
            <Switch aria-label={t('kit.names.title')} />
          </span>
        </Show>
      </div>
    </Part>
  )
}
