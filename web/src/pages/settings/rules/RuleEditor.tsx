import { useState } from 'react'
import { Checkbox, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useSaveRule, type Rule } from '~/api/rules'
import { usePhone } from '~/ui/useMedia'
import { ConditionPart } from './ConditionPart'
import { draftOf, emptyValue, inputOf, type RuleDraft } from './draft'
import { Part } from './Part'
import { PoolPart } from './PoolPart'

const METHODS = ['round-robin', 'least-load'] as const

interface RuleEditorProps {
  /** The one to be written anew; a new one without it. */
  rule?: Rule
  groups: string[]
  onClose: () => void
}

/** A rule, to be read from top to bottom like a sentence. */
export function RuleEditor({ rule, groups, onClose }: RuleEditorProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const objects = catalog.pages.filter(({ capabilities, rights }) => capabilities.includes('owned') && rights.configure)
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule, objects[0]?.name ?? '', groups[0] ?? ''))
  const change = (next: Partial<RuleDraft>) => setDraft((present) => ({ ...present, ...next }))
  const save = useSaveRule(rule)
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = errorsByAttribute(problem?.errors ?? [])
  const object = catalog.object(draft.object)
  return (
    <Modal
      open
      width={680}
      title={t('assignRules.title')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate(inputOf(draft), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="rule-editor">
        <Part id="rule-name" label={t('assignRules.name')} help={t('assignRules.nameHint')} error={errors.name}>
          <Input
            id="rule-name"
            autoFocus
            maxLength={100}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Part>
        <Part id="rule-object" label={t('assignRules.object')} error={errors.object}>
          <Select
            id="rule-object"
            className="fill"
            aria-label={t('assignRules.object')}
            disabled={Boolean(rule)}
            value={draft.object}
            options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel, title: pluralLabel }))}
            onChange={(name: string) => change({ object: name, condition: '', attribute: '', values: [emptyValue()] })}
          />
        </Part>
        {object && (
          <ConditionPart
            object={object}
            value={draft.condition}
            problem={problem}
            onChange={(condition) => change({ condition })}
          />
        )}
        {object && <PoolPart object={object} groups={groups} draft={draft} errors={errors} onChange={change} />}
        {draft.pool !== 'byValue' && (
          <Part label={t('assignRules.method')}>
            <Segmented
              block
              vertical={phone}
              aria-label={t('assignRules.method')}
              value={draft.method}
              onChange={(method) => change({ method })}
              options={METHODS.map((value) => ({ value, label: t(`assignRules.${value}`) }))}
            />
          </Part>
        )}
        <Part
          id="rule-most"
          label={t('assignRules.mostOpen')}
          help={t('assignRules.mostOpenHint')}
          error={errors.mostOpen}
        >
          <InputNumber
            id="rule-most"
            min={1}
            precision={0}
            value={draft.mostOpen}
            onChange={(mostOpen) => change({ mostOpen })}
          />
        </Part>
        <Checkbox checked={draft.automatic} onChange={(event) => change({ automatic: event.target.checked })}>
          {t('assignRules.automaticLong')}
        </Checkbox>
        <Checkbox checked={draft.active} onChange={(event) => change({ active: event.target.checked })}>
          {t('assignRules.active')}
        </Checkbox>
        {problem && problem.errors.length === 0 && (
          <p className="gate-problem" role="alert">
            {problem.message || t('state.failed')}
          </p>
        )}
      </div>
    </Modal>
  )
}
