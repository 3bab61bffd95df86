import { useState } from 'react'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  ACTIONS,
  useDryRun,
  useSaveAutomation,
  type ActionKind,
  type AutomationInput,
  type AutomationRule,
} from '~/api/automation'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useSession } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { FilterBar } from '~/engine/filter/FilterBar'
import { Part } from '../rules/Part'
import { TriedRuleDrawer } from '../rules/TriedRuleDrawer'
import { ActionPart } from './ActionPart'
import { draftOf, emptyAction, triggerOf, written, partOf } from './draft'
import { DryRunTable } from './DryRunTable'
import { TriggerPart } from './TriggerPart'

const MOST_ACTIONS = 10

interface AutomationEditorProps {
  /** The one to be written anew; a new one without it. */
  rule?: AutomationRule
  onClose: () => void
}

/** A rule, to be read from top to bottom like a sentence: when, if, then. */
export function AutomationEditor({ rule, onClose }: AutomationEditorProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const catalog = useCatalog()
  const { admin } = useSession()
  const objects = catalog.pages.filter(({ rights }) => rights.configure)
  const [begun] = useState<AutomationInput>(() => draftOf(rule, objects[0]?.name ?? ''))
  const [draft, setDraft] = useState(begun)
  const change = (next: Partial<AutomationInput>) => setDraft((present) => ({ ...present, ...next }))
  const save = useSaveAutomation(rule)
  const dryRun = useDryRun()
  const failure = save.error ?? dryRun.error
  const problem = failure ? asProblem(failure) : undefined
  const complaint = (path: string): string | undefined =>
    problem?.errors
      .filter((error) => error.path === path || error.path.startsWith(`${path}.`) || error.path.startsWith(`${path}[`))
      .map((error) => {
        const part = partOf(error.path)
        return part ? t('automation.ofPart', { part: t(part), message: error.message }) : error.message
      })
      .join(' ') || undefined
  const object = catalog.object(draft.object)
  /** Webhooks are settled by administrators, and named by them. */
  const offers = ({ capabilities }: ObjectType, kind: ActionKind) =>
    kind === 'assign' ? capabilities.includes('owned') : kind !== 'webhook' || admin
  const submit = () =>
    save.mutate(written(catalog, draft), {
      onSuccess: () => {
        onClose()
        message.success(t('automation.saved'))
      },
    })
  const look = () => {
    save.reset()
    dryRun.mutate(written(catalog, draft))
  }
  return (
    <TriedRuleDrawer
      className="automation-editor"
      title={t('automation.title')}
      tryWords={t('automation.try')}
      trying={dryRun.isPending}
      saving={save.isPending}
      changed={JSON.stringify(draft) !== JSON.stringify(begun)}
      onTry={look}
      onSave={submit}
      onClose={onClose}
    >
      <Part id="automation-name" label={t('automation.name')} error={complaint('name')}>
        <Input
          id="automation-name"
          autoFocus
          maxLength={100}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Part>
      <Part id="automation-object" label={t('automation.object')} error={complaint('object')}>
        <Select
          id="automation-object"
          className="fill"
          aria-label={t('automation.object')}
          disabled={Boolean(rule)}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.object}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel, title: pluralLabel }))}
          onChange={(name: string) =>
            change({ object: name, condition: null, trigger: triggerOf('created'), actions: [emptyAction('set')] })
          }
        />
      </Part>
      {object && (
        <>
          <TriggerPart
            object={object}
            trigger={draft.trigger}
            error={complaint('trigger')}
            onChange={(trigger) => change({ trigger })}
          />
          <Part label={t('automation.if')} help={t('automation.ifHint')} error={complaint('condition')}>
            <FilterBar
              object={object}
              filter={draft.condition ?? ''}
              onChange={(condition) => change({ condition })}
              problem={complaint('condition') ? problem : undefined}
            />
          </Part>
          {draft.actions.map((action, index) => (
            <ActionPart
              key={index}
              number={index + 1}
              object={object}
              action={action}
              error={complaint(`actions[${index}]`)}
              onChange={(next) => change({ actions: draft.actions.with(index, next) })}
              onRemove={
                draft.actions.length > 1 ? () => change({ actions: draft.actions.toSpliced(index, 1) }) : undefined
              }
            />
          ))}
          {draft.actions.length < MOST_ACTIONS && (
            <div className="automation-more">
              {ACTIONS.filter((kind) => offers(object, kind)).map((kind) => (
                <Button
                  key={kind}
                  type="dashed"
                  size="small"
                  icon={<Plus size={14} aria-hidden />}
                  onClick={() => change({ actions: [...draft.actions, emptyAction(kind)] })}
                >
                  {t(`automation.action.${kind}`)}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
      <Checkbox checked={draft.active} onChange={(event) => change({ active: event.target.checked })}>
        {t('automation.active')}
      </Checkbox>
      {problem && (problem.errors.length === 0 || complaint('')) && (
        <p className="gate-problem" role="alert">
          {problem.message || t('state.failed')}
        </p>
      )}
      {dryRun.data && object && <DryRunTable object={object} dryRun={dryRun.data} />}
    </TriedRuleDrawer>
  )
}
