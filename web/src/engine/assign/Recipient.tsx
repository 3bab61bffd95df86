import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssignOffer } from '~/api/assign'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, Reference } from '~/api/types'
import { ReferenceInput } from '~/fields/reference/Input'
import { MATCHING, type AssignDraft } from './draft'

interface RecipientProps {
  object: ObjectType
  offer: AssignOffer | undefined
  draft: AssignDraft
  onChange: (change: Partial<AssignDraft>) => void
}

/** Who gets it: a person, or whom a rule says. */
export function Recipient({ object, offer, draft, onChange }: RecipientProps) {
  const { t } = useTranslation()
  const owner = useCatalog().attribute(object.name, 'owner')
  const rules = offer?.rules ?? []
  return (
    <>
      {rules.length > 0 && (
        <Segmented<AssignDraft['by']>
          block
          aria-label={t('assign.by')}
          value={draft.by}
          onChange={(by) => onChange({ by })}
          options={[
            { value: 'person', label: t('assign.byPerson') },
            { value: 'rule', label: t('assign.byRule') },
          ]}
        />
      )}
      {draft.by === 'person' && owner ? (
        <div className="form-row">
          <label htmlFor="assign-to">{t('assign.to')}</label>
          <ReferenceInput
            id="assign-to"
            attribute={{ ...owner, label: t('assign.to'), required: true }}
            value={draft.person}
            onChange={(person) => onChange({ person: person as Reference | null })}
            autoFocus
          />
        </div>
      ) : (
        <div className="form-row">
          <label htmlFor="assign-rule">{t('assign.rule')}</label>
          <Select
            id="assign-rule"
            className="fill"
            aria-label={t('assign.rule')}
            value={draft.rule}
            onChange={(rule: string) => onChange({ rule })}
            options={[
              { value: MATCHING, label: t('assign.matching') },
              ...rules.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      )}
    </>
  )
}
