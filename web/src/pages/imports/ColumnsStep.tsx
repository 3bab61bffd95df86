import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Alike, ColumnRule } from '~/api/imports'
import type { ImportMode } from '~/api/jobs'
import { UnderwayPlace, useWaiting } from '~/fields/underway'
import { Setting } from '../settings/Setting'
import { ColumnRow } from './ColumnRow'
import { given, ID, isGiven, taken } from './draft'
import { FixedValues } from './FixedValues'
import { FormatBar } from './FormatBar'
import type { StepProps } from './step'

const MODES: ImportMode[] = ['create', 'update', 'upsert']
const ALIKE: Alike[] = ['create', 'skip', 'update']

export function ColumnsStep({ object, survey, draft, onChange, onRead, go }: StepProps) {
  const { t } = useTranslation()
  const [waits, tell] = useWaiting()
  const chosen = taken(draft, survey)
  const valued = given(draft, survey)
  const missing =
    draft.mode === 'update' ? [] : survey.fields.filter(({ field, required }) => required && !isGiven(field, valued))
  const keys = survey.fields.filter(({ field }) => (field === ID ? chosen : valued).has(field) && !field.includes('.'))
  const needsKey = draft.mode !== 'create' && draft.key.length === 0 && !valued.has('externalId')
  const change = (header: string, rule: ColumnRule | null) =>
    onChange({ ...draft, columns: { ...draft.columns, [header]: rule } })
  return (
    <section className="card" aria-label={t('imports.step.columns')}>
      <FormatBar file={survey.file} reading={draft.reading} onChange={onRead} />
      {survey.remembered && <p className="wizard-note">{t('imports.remembered')}</p>}
      <ul className="columns">
        {survey.columns.map((column, index) => (
          <ColumnRow
            key={index}
            column={column}
            rule={draft.columns[column.header] ?? null}
            fields={survey.fields}
            taken={chosen}
            onChange={(rule) => change(column.header, rule)}
          />
        ))}
      </ul>
      <UnderwayPlace value={tell}>
        <FixedValues
          object={object.name}
          fields={survey.fields.filter(({ field }) => field !== ID)}
          fixed={draft.fixed}
          taken={chosen}
          missing={missing}
          onChange={(fixed) => onChange({ ...draft, fixed })}
        />
      </UnderwayPlace>
      <Setting label={t('imports.mode')}>
        <Segmented<ImportMode>
          aria-label={t('imports.mode')}
          value={draft.mode}
          onChange={(mode) => onChange({ ...draft, mode, key: mode === 'create' ? [] : draft.key })}
          options={MODES.map((value) => ({ value, label: t(`imports.${value}`) }))}
        />
      </Setting>
      {draft.mode !== 'update' && !!object.compared?.length && (
        <Setting label={t('imports.duplicates')} help={t('imports.duplicatesHelp')}>
          <Segmented<Alike>
            aria-label={t('imports.duplicates')}
            value={draft.duplicates ?? 'create'}
            onChange={(duplicates) => onChange({ ...draft, duplicates, decisions: {} })}
            options={ALIKE.map((value) => ({ value, label: t(`imports.alike.${value}`) }))}
          />
        </Setting>
      )}
      {draft.mode !== 'create' && (
        <Setting
          id="import-key"
          label={t('imports.key')}
          help={t('imports.keyHelp')}
          error={needsKey ? t('imports.keyNeeded') : undefined}
        >
          <Select
            id="import-key"
            mode="multiple"
            className="fill"
            value={draft.key}
            onChange={(key: string[]) => onChange({ ...draft, key })}
            options={keys.map(({ field, label }) => ({ value: field, label }))}
          />
        </Setting>
      )}
      <footer className="wizard-foot">
        <Button onClick={() => go('file')}>{t('imports.back')}</Button>
        <span className="grow" />
        <span className="sub" role="status">
          {waits && t('files.underway')}
        </span>
        <Button
          type="primary"
          disabled={waits || missing.length > 0 || needsKey || valued.size === 0}
          onClick={() => go('values')}
        >
          {t('imports.next')}
        </Button>
      </footer>
    </section>
  )
}
