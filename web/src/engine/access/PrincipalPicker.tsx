import { useState } from 'react'
import { Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { PRINCIPAL_KINDS, type Principal, type PrincipalKind } from '~/api/shares'
import { useReferenceOptions } from '~/fields/reference/options'
import { useClearing } from '~/ui/useClearing'

interface PickerProps {
  id?: string
  label: string
  value: readonly Principal[]
  /** Which kinds are offered; all by default. */
  kinds?: readonly PrincipalKind[]
  single?: boolean
  invalid?: boolean
  autoFocus?: boolean
  onChange: (principals: Principal[]) => void
}

const keyOf = ({ kind, id }: Pick<Principal, 'kind' | 'id'>) => `${kind} ${id}`

/** What one kind offers for the words typed; nothing where the reader has no such object. */
function useOffer(kind: PrincipalKind, wanted: boolean) {
  const object = useCatalog().metadata.objects.find(({ type }) => type === kind)
  const offer = useReferenceOptions(object?.name ?? '', wanted && object !== undefined)
  const group = {
    label: object?.pluralLabel ?? '',
    key: kind,
    options: offer.options.map(({ value, label, subtitle }) => ({
      value: keyOf({ kind, id: value }),
      label,
      title: label,
      subtitle,
      principal: { kind, id: value, title: label },
    })),
  }
  return { ...offer, group }
}

/** Finds people, teams and departments by name. */
export function PrincipalPicker({
  label,
  value,
  kinds = PRINCIPAL_KINDS,
  single,
  invalid,
  onChange,
  ...rest
}: PickerProps) {
  const { t } = useTranslation()
  const clearing = useClearing()
  const [open, setOpen] = useState(false)
  const user = useOffer('user', open && kinds.includes('user'))
  const team = useOffer('team', open && kinds.includes('team'))
  const department = useOffer('department', open && kinds.includes('department'))
  const offers = [user, team, department].filter((_, index) => kinds.includes(PRINCIPAL_KINDS[index] ?? 'user'))
  const groups = offers.map(({ group }) => group).filter(({ options }) => options.length > 0)
  const loading = offers.some((offer) => offer.loading)
  const choose = (keys: readonly string[]) => {
    const known = [...value, ...groups.flatMap(({ options }) => options.map(({ principal }) => principal))]
    onChange(keys.flatMap((key) => known.find((principal) => keyOf(principal) === key) ?? []))
  }
  const chosen = value.map((principal) => ({ value: keyOf(principal), label: principal.title }))
  return (
    <Select
      {...rest}
      className="fill"
      mode={single ? undefined : 'multiple'}
      labelInValue
      allowClear={single && clearing}
      aria-label={label}
      aria-invalid={invalid || undefined}
      status={invalid ? 'error' : undefined}
      placeholder={t(kinds.length > 1 ? 'share.find' : 'share.findPerson')}
      loading={loading}
      showSearch={{ filterOption: false, onSearch: (words) => offers.forEach((offer) => offer.setWords(words)) }}
      notFoundContent={loading ? t('state.loading') : t('field.nothingFound')}
      open={open}
      onOpenChange={setOpen}
      value={single ? (chosen[0] ?? null) : chosen}
      options={(groups.length === 1 ? groups[0]?.options : groups) as SelectProps['options']}
      optionRender={({ label: words, data }) => (
        <span className="reference-option">
          {words}
          {typeof data.subtitle === 'string' && <span className="sub">{data.subtitle}</span>}
        </span>
      )}
      onChange={(next: { value: string } | { value: string }[] | null | undefined) => {
        setOpen(false)
        choose((Array.isArray(next) ? next : next ? [next] : []).map((each) => each.value))
      }}
    />
  )
}
