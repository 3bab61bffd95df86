import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, Select } from 'antd'
import { Download, Search, X } from 'lucide-react'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { auditExport, auditKindsOptions, type AuditFilter } from '~/api/audit'
import { useCatalog } from '~/api/metadata'
import { useReferenceTitles } from '~/engine/filter/words'
import { useReferenceOptions } from '~/fields/reference/options'
import { useClearing } from '~/ui/useClearing'
import { useDebounced } from '~/ui/useDebounced'

interface FiltersProps {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}

function PersonFilter({ filter, onChange }: FiltersProps) {
  const clearing = useClearing()
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { options, setWords, loading } = useReferenceOptions('users', open)
  const [title] = useReferenceTitles('users', filter.person ? [filter.person] : [])
  return (
    <Select
      aria-label={t('audit.person')}
      placeholder={t('audit.person')}
      allowClear={clearing}
      labelInValue
      loading={loading}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onOpenChange={setOpen}
      value={filter.person ? { value: filter.person, label: title } : null}
      options={options.map(({ value, label }) => ({ value, label }))}
      onChange={(next) => onChange({ ...filter, person: next?.value })}
    />
  )
}

function PeriodFilter({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation()
  return (
    <DatePicker.RangePicker
      aria-label={t('audit.period')}
      allowEmpty={[true, true]}
      value={[
        filter.from ? dayjs(filter.from) : null,
        // The first moment that is too late is the day after the last.
        filter.to ? dayjs(filter.to).subtract(1, 'day') : null,
      ]}
      onChange={(days) =>
        onChange({
          ...filter,
          from: days?.[0]?.startOf('day').toISOString(),
          to: days?.[1]?.startOf('day').add(1, 'day').toISOString(),
        })
      }
    />
  )
}

/** Words are looked for when somebody stops typing. */
function WordsFilter({ filter, onChange }: FiltersProps) {
  const clearing = useClearing()
  const { t } = useTranslation()
  const [typed, setTyped] = useState(filter.words ?? '')
  const settled = useDebounced(typed.trim(), 400)
  useEffect(() => {
    if (settled !== (filter.words ?? '')) onChange({ ...filter, words: settled || undefined })
    // Only what was typed moves the address; the address moves nothing here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  return (
    <Input
      aria-label={t('audit.words')}
      placeholder={t('audit.words')}
      allowClear={clearing}
      maxLength={200}
      prefix={<Search size={14} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

export function AuditFilters({ filter, onChange }: FiltersProps) {
  const clearing = useClearing()
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const kinds = useQuery(auditKindsOptions(i18n.language))
  const props = { filter, onChange }
  return (
    <div className="audit-filters" role="search" aria-label={t('settings.audit')}>
      <WordsFilter {...props} />
      <PeriodFilter {...props} />
      <PersonFilter {...props} />
      <Select
        aria-label={t('audit.kind')}
        placeholder={t('audit.kind')}
        allowClear={clearing}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.kind ?? null}
        options={kinds.data?.items.map(({ kind, label }) => ({ value: kind, label }))}
        onChange={(kind: string | null) => onChange({ ...filter, kind: kind ?? undefined })}
      />
      <Select
        aria-label={t('audit.object')}
        placeholder={t('audit.object')}
        allowClear={clearing}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.object ?? null}
        options={catalog.metadata.objects.map(({ name, label }) => ({ value: name, label }))}
        onChange={(object: string | null) => onChange({ ...filter, object: object ?? undefined })}
      />
      {filter.record && (
        <Button
          size="small"
          icon={<X size={13} aria-hidden />}
          iconPlacement="end"
          onClick={() => onChange({ ...filter, record: undefined })}
        >
          {t('audit.oneRecord')}
        </Button>
      )}
      <Button href={auditExport(filter)} download icon={<Download size={14} aria-hidden />}>
        {t('audit.export')}
      </Button>
    </div>
  )
}
