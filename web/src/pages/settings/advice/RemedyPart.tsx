import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { REMEDIES, type AdviceRuleInput, type RemedyKind } from '~/api/adviceRules'
import { useCatalog } from '~/api/metadata'
import type { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { FilterBar } from '~/engine/filter/FilterBar'
import { Part } from '../rules/Part'
import { fillable, keyOf, offers, withKind } from './draft'
import { MadeValues } from './MadeValues'

interface RemedyPartProps {
  object: ObjectType
  draft: AdviceRuleInput
  /** What the server says against a part of the rule. */
  complaint: (path: string) => string | undefined
  problem?: Problem
  onChange: (next: AdviceRuleInput) => void
}

/** What is to be done: with the record itself, or because of records that point to it or do not. */
export function RemedyPart({ object, draft, complaint, problem, onChange }: RemedyPartProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { remedy, pointing } = draft
  const pointed = pointing ? catalog.object(pointing.object) : undefined
  const wrong = complaint('pointing.condition')
  return (
    <>
      <Part id="advice-kind" label={t('adviceRules.remedy')} error={complaint('remedy.kind') ?? complaint('pointing')}>
        <Select<RemedyKind>
          id="advice-kind"
          className="fill"
          aria-label={t('adviceRules.remedy')}
          value={remedy.kind}
          options={REMEDIES.filter((kind) => offers(object, kind)).map((kind) => ({
            value: kind,
            label: t(`adviceRules.kind.${kind}`),
            title: t(`adviceRules.kind.${kind}`),
          }))}
          onChange={(kind) => onChange(withKind(draft, kind, object))}
        />
        {remedy.kind === 'fill' && (
          <Select
            className="fill"
            aria-label={t('adviceRules.attribute')}
            placeholder={t('adviceRules.attribute')}
            showSearch={{ optionFilterProp: 'label' }}
            status={complaint('remedy.attribute') ? 'error' : undefined}
            value={remedy.attribute}
            options={fillable(object).map(({ name, label }) => ({ value: name, label, title: label }))}
            onChange={(attribute: string) => onChange({ ...draft, remedy: { kind: 'fill', attribute } })}
          />
        )}
        {remedy.kind === 'run' && (
          <Select
            className="fill"
            aria-label={t('adviceRules.command')}
            placeholder={t('adviceRules.command')}
            status={complaint('remedy.command') ? 'error' : undefined}
            value={remedy.command}
            options={object.commands.map(({ path, label }) => ({ value: path, label, title: label }))}
            onChange={(command: string) => onChange({ ...draft, remedy: { kind: 'run', command } })}
          />
        )}
        {pointing && (
          <Select
            className="fill"
            aria-label={t('adviceRules.pointing')}
            showSearch={{ optionFilterProp: 'label' }}
            value={keyOf(pointing)}
            options={object.related.map((each) => {
              const label = t('adviceRules.pointingBy', {
                label: catalog.object(each.object)?.pluralLabel ?? each.object,
                attribute: catalog.attribute(each.object, each.attribute)?.label ?? each.attribute,
              })
              return { value: keyOf(each), label, title: label }
            })}
            onChange={(key: string) => {
              const next = object.related.find((each) => keyOf(each) === key)
              if (next)
                onChange({
                  ...draft,
                  pointing: { object: next.object, attribute: next.attribute, open: false },
                  remedy: remedy.kind === 'make' ? { kind: 'make', values: {} } : remedy,
                })
            }}
          />
        )}
        {(complaint('remedy.attribute') ?? complaint('remedy.command')) ? (
          <p className="gate-problem" role="alert">
            {complaint('remedy.attribute') ?? complaint('remedy.command')}
          </p>
        ) : null}
      </Part>
      {pointing && pointed && (
        <Part
          label={t(remedy.kind === 'make' ? 'adviceRules.noneOf' : 'adviceRules.someOf', {
            label: pointed.pluralLabel,
          })}
          help={t(remedy.kind === 'make' ? 'adviceRules.noneHint' : 'adviceRules.someHint')}
          error={wrong}
        >
          <FilterBar
            object={pointed}
            filter={pointing.condition ?? ''}
            problem={wrong ? problem : undefined}
            onChange={(condition) => onChange({ ...draft, pointing: { ...pointing, condition } })}
          />
          {pointed.board && (
            <Checkbox
              checked={pointing.open}
              onChange={(event) => onChange({ ...draft, pointing: { ...pointing, open: event.target.checked } })}
            >
              {t('adviceRules.open')}
            </Checkbox>
          )}
        </Part>
      )}
      {remedy.kind === 'make' && pointing && pointed && (
        <Part label={t('adviceRules.values')} help={t('adviceRules.valuesHint')} error={complaint('remedy.values')}>
          <MadeValues
            made={pointed}
            pointing={pointing}
            values={remedy.values ?? {}}
            onChange={(values) => onChange({ ...draft, remedy: { kind: 'make', values } })}
          />
        </Part>
      )}
    </>
  )
}
