import { useState } from 'react'
import { App, Checkbox, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaveAdviceRule, useTryAdviceRule, type AdviceRule, type AdviceRuleInput } from '~/api/adviceRules'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { FilterBar } from '~/engine/filter/FilterBar'
import { Part } from '../rules/Part'
import { TriedRuleDrawer } from '../rules/TriedRuleDrawer'
import { draftOf, GREATEST_WEIGHT, written } from './draft'
import { RemedyPart } from './RemedyPart'
import { TrialNote } from './TrialNote'
import { WordsPart } from './WordsPart'

const LONGEST_REASON = 200
const LONGEST_ACTION = 60

interface AdviceRuleEditorProps {
  /** The one to be written anew; a new one without it. */
  rule?: AdviceRule
  /** What a new one begins with. */
  like?: AdviceRule
  onClose: () => void
}

/** A rule, to be read from top to bottom: on which pages, if what, what is to be done, and how that is said. */
export function AdviceRuleEditor({ rule, like, onClose }: AdviceRuleEditorProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const catalog = useCatalog()
  const objects = catalog.pages.filter(({ rights }) => rights.configure)
  const [begun] = useState<AdviceRuleInput>(() =>
    rule ? draftOf(rule, rule.object) : { ...draftOf(like, objects[0]?.name ?? ''), active: true },
  )
  const [draft, setDraft] = useState(begun)
  const save = useSaveAdviceRule(rule)
  const trial = useTryAdviceRule()
  // What was tried is not what is written now.
  const write = (next: AdviceRuleInput) => {
    trial.reset()
    setDraft(next)
  }
  const change = (next: Partial<AdviceRuleInput>) => write({ ...draft, ...next })
  const failure = save.error ?? trial.error
  const problem = failure ? asProblem(failure) : undefined
  const complaint = (path: string): string | undefined =>
    problem?.errors
      .filter((error) => error.path === path || error.path.startsWith(`${path}.`))
      .map((error) => error.message)
      .join(' ') || undefined
  const beside = (path: string) => problem?.errors.find((error) => error.path === path)?.message
  const object = catalog.object(draft.object)
  const submit = () => {
    trial.reset()
    save.mutate(written(catalog, draft), {
      onSuccess: () => {
        onClose()
        message.success(t('adviceRules.saved'))
      },
    })
  }
  const look = () => {
    save.reset()
    trial.mutate(written(catalog, draft))
  }
  return (
    <TriedRuleDrawer
      className="advice-editor"
      title={t(rule ? 'adviceRules.title' : 'adviceRules.new')}
      tryWords={t('adviceRules.try')}
      trying={trial.isPending}
      saving={save.isPending}
      changed={JSON.stringify(draft) !== JSON.stringify(begun)}
      onTry={look}
      onSave={submit}
      onClose={onClose}
    >
      <Part id="advice-object" label={t('adviceRules.object')} error={complaint('object')}>
        <Select
          id="advice-object"
          className="fill"
          aria-label={t('adviceRules.object')}
          disabled={Boolean(rule)}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.object}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel, title: pluralLabel }))}
          onChange={(name: string) =>
            change({ object: name, condition: null, pointing: null, remedy: { kind: 'fill' } })
          }
        />
      </Part>
      {object && (
        <>
          <Part label={t('adviceRules.condition')} help={t('adviceRules.conditionHint')} error={beside('condition')}>
            <FilterBar
              object={object}
              filter={draft.condition ?? ''}
              problem={beside('condition') ? problem : undefined}
              onChange={(condition) => change({ condition })}
            />
          </Part>
          <RemedyPart
            object={object}
            draft={draft}
            complaint={(path) =>
              path === 'pointing'
                ? (beside(path) ?? beside('pointing.object') ?? beside('pointing.attribute'))
                : complaint(path)
            }
            problem={problem}
            onChange={write}
          />
        </>
      )}
      <WordsPart
        id="advice-reason"
        label={t('adviceRules.reason')}
        help={t('adviceRules.reasonHint')}
        placeholder={t('adviceRules.reasonExample')}
        error={complaint('reason') ?? complaint('reasons')}
        maxLength={LONGEST_REASON}
        value={draft.reasons}
        onChange={(reasons) => change({ reasons })}
      />
      <WordsPart
        id="advice-action"
        label={t('adviceRules.action')}
        help={t('adviceRules.actionHint')}
        placeholder={t('adviceRules.actionExample')}
        error={complaint('action') ?? complaint('actions')}
        maxLength={LONGEST_ACTION}
        value={draft.actions}
        onChange={(actions) => change({ actions })}
      />
      <Part
        id="advice-weight"
        label={t('adviceRules.weight')}
        help={t('adviceRules.weightHint')}
        error={complaint('weight')}
      >
        <InputNumber
          id="advice-weight"
          min={1}
          max={GREATEST_WEIGHT}
          precision={0}
          value={draft.weight ?? null}
          onChange={(weight) => change({ weight: weight ?? undefined })}
        />
      </Part>
      <Checkbox checked={draft.active} onChange={(event) => change({ active: event.target.checked })}>
        {t('adviceRules.active')}
      </Checkbox>
      {problem && (problem.status === 412 || problem.errors.length === 0 || beside('')) && (
        <p className="gate-problem" role="alert">
          {problem.status === 412 ? t('adviceRules.staleDraft') : problem.message || t('state.failed')}
        </p>
      )}
      {trial.data && object && <TrialNote object={object} trial={trial.data} />}
    </TriedRuleDrawer>
  )
}
