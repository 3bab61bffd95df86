import { useId } from 'react'
import { Button, Checkbox, Segmented, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { entryOf, type Entry, type How } from './entries'

const HOWS: readonly How[] = ['add', 'remove', 'set']

interface EntryRowProps {
  entry: Entry
  /** What else could stand here. */
  offered: readonly Attribute[]
  attribute: Attribute | undefined
  /** Why its value was refused. */
  complaint: string | undefined
  onChange: (entry: Entry) => void
  onRemove: (() => void) | undefined
}

/** An attribute and the value that all chosen records get. */
export function EntryRow({ entry, offered, attribute, complaint, onChange, onRemove }: EntryRowProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="bulk-entry" role="group" aria-label={attribute?.label ?? t('bulk.attribute')}>
      <Select
        className="fill"
        aria-label={t('bulk.attribute')}
        placeholder={t('bulk.attribute')}
        autoFocus={!attribute}
        showSearch={{ optionFilterProp: 'label' }}
        value={entry.name || undefined}
        options={offered.map(({ name, label }) => ({ value: name, label }))}
        onChange={(name: string) => {
          const chosen = offered.find((each) => each.name === name)
          if (chosen) onChange(entryOf(chosen))
        }}
      />
      {entry.how && !entry.clear && (
        <Segmented<How>
          aria-label={t('bulk.how')}
          value={entry.how}
          options={HOWS.map((how) => ({ value: how, label: t(`bulk.hows.${how}`) }))}
          onChange={(how) => onChange({ ...entry, how })}
        />
      )}
      {attribute && !entry.clear && (
        <FieldInput
          id={id}
          attribute={attribute}
          value={entry.value}
          onChange={(value) => onChange({ ...entry, value })}
          invalid={Boolean(complaint)}
          describedBy={complaint ? `${id}-note` : undefined}
        />
      )}
      {attribute && entry.clear && <span className="sub">{t('bulk.cleared')}</span>}
      <span className="bulk-entry-ways">
        {attribute && !attribute.required && attribute.type !== 'boolean' && (
          <Checkbox checked={entry.clear} onChange={({ target }) => onChange({ ...entry, clear: target.checked })}>
            {t('bulk.clear')}
          </Checkbox>
        )}
        {onRemove && (
          <Button
            type="text"
            size="small"
            icon={<X size={14} />}
            aria-label={t('bulk.remove', { label: attribute?.label ?? t('bulk.attribute') })}
            onClick={onRemove}
          />
        )}
      </span>
      {complaint && (
        <p className="field-error" id={`${id}-note`} role="alert">
          {complaint}
        </p>
      )}
    </div>
  )
}
