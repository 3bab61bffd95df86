import { Button, Select } from 'antd'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttributeRule } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import type { Attribute, ObjectType } from '~/api/types'
import { FilterBar } from '~/engine/filter/FilterBar'
import { Part } from '../rules/Part'
import '../rules/rules.css'

const PARTS = ['requiredWhen', 'readOnlyWhen', 'visibleWhen'] as const
type RulePart = (typeof PARTS)[number]

interface RulesCardProps {
  object: ObjectType
  /** Names of what stands on pages and forms. */
  placed: readonly string[]
  rules: readonly AttributeRule[]
  problem?: Problem
  onChange: (rules: AttributeRule[]) => void
}

/** What nobody writes can be shown or not, and nothing else. */
const partsOf = (attribute: Attribute | undefined): readonly RulePart[] =>
  attribute?.writable && !attribute.derived && attribute.type !== 'lines' ? PARTS : ['visibleWhen']

/** When fields are required, keep their values, and are shown. */
export function RulesCard({ object, placed, rules, problem, onChange }: RulesCardProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const labelOf = (name: string) => catalog.attribute(object.name, name)?.label ?? name
  const free = placed.filter((name) => rules.every(({ attribute }) => attribute !== name))
  const add = (attribute: string) =>
    onChange([...rules, { attribute, requiredWhen: null, readOnlyWhen: null, visibleWhen: null }])
  return (
    <section className="card" aria-label={t('layouts.rules')}>
      <header>
        <h2 className="grow">{t('layouts.rules')}</h2>
        <Select
          className="layouts-add-rule"
          aria-label={t('layouts.newRule')}
          placeholder={t('layouts.newRule')}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          onChange={(next: string | null) => next && add(next)}
          options={free.map((name) => ({ value: name, label: labelOf(name) }))}
        />
      </header>
      <p className="layouts-what">{t('layouts.rulesHelp')}</p>
      {rules.map((rule, at) => {
        const label = labelOf(rule.attribute)
        const errorOf = (part: string) => problem?.errors.find(({ path }) => path === `rules[${at}].${part}`)
        return (
          <div key={rule.attribute} className="layout-rule" role="group" aria-label={label}>
            <div className="layout-rule-head">
              <h3 className="grow">{label}</h3>
              <Button
                type="text"
                size="small"
                danger
                icon={<Trash2 size={14} aria-hidden />}
                aria-label={t('layouts.removeRule', { name: label })}
                onClick={() => onChange(rules.toSpliced(at, 1))}
              />
            </div>
            {partsOf(catalog.attribute(object.name, rule.attribute)).map((part) => {
              const error = errorOf(part)
              return (
                <Part key={part} label={t(`layouts.${part}`)} error={error?.message}>
                  <FilterBar
                    object={object}
                    filter={rule[part] ?? ''}
                    onChange={(text) => onChange(rules.with(at, { ...rule, [part]: text }))}
                    problem={error && new Problem(422, { errors: [{ ...error, path: 'condition' }] })}
                  />
                </Part>
              )
            })}
            {errorOf('attribute') && (
              <p className="field-error" role="alert">
                {errorOf('attribute')?.message}
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}
