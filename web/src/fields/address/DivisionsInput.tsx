import { Cascader, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Places } from '~/api/places'
import type { Address } from '~/api/types'
import { useClearing } from '~/ui/useClearing'
import { LEVELS, partsOf, treeOf, type PlaceOption } from './places'

interface DivisionsInputProps {
  value: Address
  inChina: boolean
  places: Places | undefined
  invalid?: boolean
  /** The id of the text that explains what is wrong. */
  describedBy?: string
  /** What the control of a part is called. */
  label: (part: string) => string
  onChange: (parts: Address) => void
}

const MOST_FOUND = 50

const found = (text: string, path: PlaceOption[]): boolean => {
  const words = text.trim().toLowerCase().split(/\s+/)
  return words.every((word) => path.some(({ search }) => search.includes(word)))
}

/** Those first whose own name begins so: 南山区 before what has it within. */
const nearest = (one: PlaceOption[], other: PlaceOption[], text: string): number =>
  begins(other, text) - begins(one, text)

const begins = (path: PlaceOption[], text: string): number =>
  path
    .at(-1)
    ?.search.split(' ')
    .some((word) => word.startsWith(text.trim().toLowerCase()))
    ? 1
    : 0

/** Province, city and district: chosen where they are China's, else written. */
export function DivisionsInput({ value, inChina, places, invalid, describedBy, label, onChange }: DivisionsInputProps) {
  const { t } = useTranslation()
  const state = {
    status: invalid ? ('error' as const) : undefined,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  }
  const clearing = useClearing()
  if (inChina)
    return (
      <Cascader<PlaceOption>
        {...state}
        className="divisions"
        aria-label={label('divisions')}
        placeholder={t('field.address.divisions')}
        changeOnSelect
        allowClear={clearing}
        expandTrigger="click"
        showSearch={{ filter: found, sort: nearest, limit: MOST_FOUND }}
        displayRender={(names) => names.join(' ')}
        notFoundContent={t('field.nothingFound')}
        classNames={{ popup: { root: 'address-divisions' } }}
        loading={!places}
        options={places ? treeOf(places) : []}
        value={LEVELS.flatMap((level) => value[level] ?? [])}
        onChange={(path) =>
          onChange({
            province: undefined,
            city: undefined,
            district: undefined,
            ...(places ? partsOf(places, (path ?? []) as string[]) : {}),
          })
        }
      />
    )
  return (
    <div className="divisions written">
      {LEVELS.map((level) => (
        <Input
          {...state}
          key={level}
          aria-label={label(level)}
          autoComplete="off"
          placeholder={t(`field.address.${level}`)}
          maxLength={100}
          value={value[level] ?? ''}
          onChange={(event) => onChange({ [level]: event.target.value })}
        />
      ))}
    </div>
  )
}
