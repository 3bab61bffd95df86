import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useAddressReading, usePlaces } from '~/api/places'
import type { Address } from '~/api/types'
import { useClearing } from '~/ui/useClearing'
import { controlProps, type InputProps } from '../field'
import { DivisionsInput } from './DivisionsInput'
import { CHINA, homeOf, lineOf, merged } from './places'
import './address.css'

/** Shorter text that is pasted is no whole address. */
const SHORTEST = 6

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What was typed before it was taken apart. */
interface Taken {
  before: Address
  pasted: string
  line: string
}

/** Enter opens a list and chooses from it, Escape closes it: there these are not the keys by which an edit ends. */
function keepWithin(event: KeyboardEvent): void {
  const list = event.key === 'Enter' ? '.ant-select' : event.key === 'Escape' ? '.ant-select-open' : undefined
  if (list && (event.target as Element).closest(list)) event.stopPropagation()
}

/** Country, divisions, street and postcode. A whole address that is pasted where the street stands is taken apart. */
export function AddressInput(props: InputProps) {
  const { t, i18n } = useTranslation()
  const places = usePlaces()
  const home = homeOf(useCatalog().metadata.tenant.baseCurrency, i18n.language)
  const clearing = useClearing()
  const reading = useAddressReading()
  const [taken, setTaken] = useState<Taken>()
  const { id, ...control } = controlProps(props)
  const value = (props.value ?? {}) as Address
  const country = value.country ?? (props.value ? undefined : home)
  const label = (part: string) =>
    t(`field.address.of`, { label: props.attribute.label, part: t(`field.address.${part}`) })

  /** What was pasted may have been written over before the answer is there. */
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })

  /** The country that is offered says nothing before something else is said. */
  const change = ({ text: _text, ...next }: Address) => {
    const said = Object.fromEntries(Object.entries(next).filter(([, part]) => part)) as Address
    const { country: where, ...others } = said
    const nothing = Object.keys(others).length === 0 && (!where || where === home)
    props.onChange(nothing ? null : { ...said, text: lineOf(places, said) })
  }
  const set = (parts: Address) => {
    setTaken(undefined)
    change({ ...value, country, ...parts })
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text').trim()
    if (pasted.length < SHORTEST || value.street) return
    const before = { ...value, country }
    reading.mutate(pasted, {
      onSuccess: (read) => {
        const isStill = flat(latest.current.street ?? '') === flat(pasted)
        const next = merged(before, read)
        if (!isStill || !next) return
        change(next)
        const { street: _street, postcode: _postcode, ...divisions } = read
        setTaken({ before, pasted, line: lineOf(places, divisions) })
      },
    })
  }
  const giveBack = () => {
    if (taken) change({ ...taken.before, street: taken.pasted })
    setTaken(undefined)
  }

  return (
    <div className="address-place">
      <div className="address-input" role="group" aria-label={props.attribute.label} onKeyDown={keepWithin}>
        <Select
          {...control}
          id={id}
          aria-label={label('country')}
          className="country"
          allowClear={clearing}
          showSearch={{ optionFilterProp: 'search' }}
          popupMatchSelectWidth={220}
          placeholder={t('field.address.country')}
          loading={!places}
          value={country}
          options={(places?.countries ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
            search: `${name} ${code}`,
          }))}
          onChange={(next?: string) =>
            set({ country: next, province: undefined, city: undefined, district: undefined, postcode: undefined })
          }
        />
        <DivisionsInput
          value={value}
          inChina={country === CHINA}
          places={places}
          invalid={props.invalid}
          describedBy={props.describedBy}
          label={label}
          onChange={set}
        />
        <Input
          aria-label={label('street')}
          className="street"
          autoComplete="off"
          status={control.status}
          placeholder={t('field.address.street')}
          maxLength={300}
          value={value.street ?? ''}
          onPaste={paste}
          onChange={(event) => set({ street: event.target.value })}
        />
        <Input
          aria-label={label('postcode')}
          className="postcode"
          autoComplete="off"
          inputMode={country === CHINA ? 'numeric' : undefined}
          status={control.status}
          placeholder={t('field.address.postcode')}
          maxLength={20}
          value={value.postcode ?? ''}
          onChange={(event) => set({ postcode: event.target.value })}
        />
        {taken && (
          <p className="taken" role="status">
            {t('field.address.taken', { place: taken.line })}{' '}
            <button type="button" className="plain" onClick={giveBack}>
              {t('field.address.giveBack')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
