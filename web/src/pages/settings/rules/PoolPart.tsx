import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, Reference } from '~/api/types'
import { ReferencesInput } from '~/engine/filter/ReferencesInput'
import { usePhone } from '~/ui/useMedia'
import { ReferenceInput } from '~/fields/reference/Input'
import type { Pool, RuleDraft } from './draft'
import { Part } from './Part'
import { ValuesPart } from './ValuesPart'

interface PoolPartProps {
  object: ObjectType
  /** The objects whose records are groups of people. */
  groups: string[]
  draft: RuleDraft
  errors: Record<string, string>
  onChange: (change: Partial<RuleDraft>) => void
}

const POOLS: readonly Pool[] = ['people', 'group', 'byValue']

/** Among whom is chosen. */
export function PoolPart({ object, groups, draft, errors, onChange }: PoolPartProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const owner = catalog.attribute(object.name, 'owner')
  if (!owner) return null
  return (
    <>
      <Part label={t('assignRules.then')} error={errors.people ?? errors.group}>
        <Segmented<Pool>
          block
          vertical={phone}
          aria-label={t('assignRules.then')}
          value={draft.pool}
          onChange={(pool) => onChange({ pool })}
          options={POOLS.map((value) => ({ value, label: t(`assignRules.${value}`) }))}
        />
        {draft.pool === 'people' && (
          <ReferencesInput
            object={owner.reference ?? ''}
            label={t('assignRules.people')}
            value={draft.people}
            onChange={(people) => onChange({ people })}
          />
        )}
        {draft.pool === 'group' && (
          <div className="rule-group">
            <Select
              aria-label={t('assignRules.groupObject')}
              value={draft.groupObject}
              options={groups.map((value) => ({ value, label: catalog.object(value)?.label ?? value }))}
              onChange={(groupObject: string) => onChange({ groupObject, group: null })}
            />
            <ReferenceInput
              key={draft.groupObject}
              attribute={{ ...owner, label: t('assignRules.groupOf'), reference: draft.groupObject }}
              value={draft.group}
              onChange={(group) => onChange({ group: group as Reference | null })}
            />
          </div>
        )}
      </Part>
      {draft.pool === 'byValue' && (
        <ValuesPart object={object} owner={owner} draft={draft} errors={errors} onChange={onChange} />
      )}
    </>
  )
}
