import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AutoComplete, Button, Input, Segmented, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action, Recipient } from '~/api/automation'
import { useCatalog } from '~/api/metadata'
import type { Principal } from '~/api/shares'
import type { ObjectType } from '~/api/types'
import { webhooksOptions } from '~/api/webhooks'
import { PrincipalPicker } from '~/engine/access/PrincipalPicker'
import { Part } from '../rules/Part'
import { emptyValue, making } from './draft'
import { InsertField } from './InsertField'
import { ValueRow } from './ValueRow'

interface ActionPartProps {
  number: number
  /** Of the record that makes the rule run. */
  object: ObjectType
  action: Action
  error?: string
  onChange: (action: Action) => void
  /** Absent for the only one. */
  onRemove?: () => void
}

/** One thing that the rule does. */
export function ActionPart({ number, object, action, error, onChange, onRemove }: ActionPartProps) {
  const { t } = useTranslation()
  return (
    <div className="automation-action" role="group" aria-label={t('automation.actionNumber', { number })}>
      <Part label={t('automation.then', { number, action: t(`automation.action.${action.kind}`) })} error={error}>
        {action.kind === 'set' && <Values object={object} made={object} action={action} onChange={onChange} />}
        {action.kind === 'create' && <Making object={object} action={action} onChange={onChange} />}
        {action.kind === 'assign' && <Giving action={action} onChange={onChange} />}
        {action.kind === 'notify' && <Telling object={object} action={action} onChange={onChange} />}
        {action.kind === 'mail' && <Writing object={object} action={action} onChange={onChange} />}
        {action.kind === 'webhook' && <TellingProgram action={action} onChange={onChange} />}
      </Part>
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<X size={15} aria-hidden />}
          aria-label={t('automation.removeAction', { number })}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

type PieceProps = Pick<ActionPartProps, 'object' | 'action' | 'onChange'>

function Values({ object, made, action, onChange }: PieceProps & { made: ObjectType }) {
  const { t } = useTranslation()
  const values = action.values ?? []
  const set = (next: typeof values) => onChange({ ...action, values: next })
  return (
    <>
      {values.map((value, index) => (
        <ValueRow
          key={index}
          object={object}
          made={made}
          value={value}
          taken={values.filter((_, other) => other !== index).map(({ attribute }) => attribute)}
          creates={action.kind === 'create'}
          onChange={(next) => set(values.with(index, next))}
          onRemove={values.length > 1 ? () => set(values.toSpliced(index, 1)) : undefined}
        />
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        disabled={values.some(({ attribute }) => !attribute)}
        onClick={() => set([...values, emptyValue()])}
      >
        {t('automation.moreValues')}
      </Button>
    </>
  )
}

function Making({ object, action, onChange }: PieceProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const made = catalog.object(action.object ?? '')
  return (
    <>
      <Select
        className="fill"
        aria-label={t('automation.made')}
        placeholder={t('automation.made')}
        showSearch={{ optionFilterProp: 'label' }}
        value={action.object}
        options={catalog.creatable.map(({ name, label }) => ({ value: name, label, title: label }))}
        onChange={(name: string) => {
          const chosen = catalog.object(name)
          if (chosen) onChange(making(object, chosen))
        }}
      />
      {made && <Values object={object} made={made} action={action} onChange={onChange} />}
    </>
  )
}

function Giving({ action, onChange }: Omit<PieceProps, 'object'>) {
  const { t } = useTranslation()
  const byRules = !action.person
  return (
    <>
      <Segmented<'person' | 'rules'>
        aria-label={t('automation.toWhom')}
        value={byRules ? 'rules' : 'person'}
        options={[
          { value: 'rules', label: t('automation.byRules') },
          { value: 'person', label: t('automation.toPerson') },
        ]}
        onChange={(way) => onChange({ ...action, person: way === 'rules' ? null : { id: '' } })}
      />
      {!byRules && (
        <PrincipalPicker
          label={t('automation.toPerson')}
          kinds={['user']}
          single
          value={action.person?.id ? [{ kind: 'user', id: action.person.id, title: action.person.title ?? '' }] : []}
          onChange={([person]) =>
            onChange({ ...action, person: person ? { id: person.id, title: person.title } : { id: '' } })
          }
        />
      )}
    </>
  )
}

function TellingProgram({ action, onChange }: Omit<PieceProps, 'object'>) {
  const { t } = useTranslation()
  const { data } = useQuery(webhooksOptions)
  return (
    <Select
      className="fill"
      aria-label={t('automation.webhook')}
      placeholder={t('automation.webhook')}
      value={action.webhook?.id}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name, title: name }))}
      onChange={(id: string) => onChange({ ...action, webhook: { id } })}
      notFoundContent={
        data && (
          <Link to="/settings/$section" params={{ section: 'webhooks' }} target="_blank">
            {t('automation.noWebhook')}
          </Link>
        )
      }
    />
  )
}

/** Whoever the record says how to write to. */
function Writing({ object, action, onChange }: PieceProps) {
  const { t } = useTranslation()
  const addresses = object.attributes.filter(({ type }) => type === 'email')
  return (
    <>
      <AutoComplete
        className="fill"
        aria-label={t('automation.address')}
        placeholder={t('automation.addressExample', { field: `{{${addresses[0]?.name ?? 'contact.email'}}}` })}
        value={action.address ?? ''}
        options={addresses.map(({ name, label }) => ({ value: `{{${name}}}`, label }))}
        onChange={(address: string) => onChange({ ...action, address })}
      />
      <Input
        aria-label={t('automation.subject')}
        placeholder={t('automation.subject')}
        maxLength={200}
        value={action.subject ?? ''}
        onChange={(event) => onChange({ ...action, subject: event.target.value })}
      />
      <Input.TextArea
        aria-label={t('automation.text')}
        placeholder={t('automation.textExample', { field: `{{${object.title}}}` })}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={2000}
        value={action.text ?? ''}
        onChange={(event) => onChange({ ...action, text: event.target.value })}
      />
      <InsertField object={object} text={action.text ?? ''} onChange={(text) => onChange({ ...action, text })} />
    </>
  )
}

const isPrincipal = (recipient: Recipient): recipient is Recipient & { kind: Principal['kind']; id: string } =>
  recipient.kind !== 'attribute' && recipient.id !== undefined

function Telling({ object, action, onChange }: PieceProps) {
  const { t } = useTranslation()
  const to = action.to ?? []
  const principals = to.filter(isPrincipal)
  const attributes = to.flatMap(({ kind, attribute }) => (kind === 'attribute' && attribute ? [attribute] : []))
  const set = (people: readonly Principal[], names: readonly string[]) =>
    onChange({
      ...action,
      to: [...names.map((attribute) => ({ kind: 'attribute' as const, attribute })), ...people],
    })
  const chosen = principals.map(({ kind, id, title }) => ({ kind, id, title: title ?? t('record.gone') }))
  return (
    <>
      <Select
        className="fill"
        mode="multiple"
        aria-label={t('automation.toNamed')}
        placeholder={t('automation.toNamed')}
        value={attributes}
        options={object.attributes
          .filter(({ toPerson }) => toPerson)
          .map(({ name, label }) => ({ value: name, label, title: label }))}
        onChange={(names: string[]) => set(chosen, names)}
      />
      <PrincipalPicker label={t('automation.toPeople')} value={chosen} onChange={(people) => set(people, attributes)} />
      <Input.TextArea
        aria-label={t('automation.text')}
        placeholder={t('automation.textExample', { field: `{{${object.title}}}` })}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={action.text ?? ''}
        onChange={(event) => onChange({ ...action, text: event.target.value })}
      />
      <InsertField object={object} text={action.text ?? ''} onChange={(text) => onChange({ ...action, text })} />
    </>
  )
}
