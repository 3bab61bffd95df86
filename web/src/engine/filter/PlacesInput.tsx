import { useMemo, useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '~/api/places'
import { isHit, placeOptions, withWritten, type PlaceHit } from '~/fields/address/places'
import type { PlaceKind } from '~/fields/operator'

interface PlacesInputProps {
  kind: PlaceKind
  label: string
  value: string[]
  onChange: (codes: string[]) => void
}

/** Picks several places by their names or pinyin; of other countries they are written. */
export function PlacesInput({ kind, label, value, onChange }: PlacesInputProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const places = usePlaces()
  const [typed, setTyped] = useState('')
  const options = useMemo(
    () => (places ? withWritten(placeOptions(places, kind), kind, typed) : []),
    [places, kind, typed],
  )
  return (
    <Select<string[], PlaceHit>
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={t('field.address.search')}
      showSearch={{
        filterOption: (text, option) => option !== undefined && isHit(text, option),
        onSearch: setTyped,
      }}
      loading={!places}
      notFoundContent={t('field.nothingFound')}
      open={open}
      onOpenChange={setOpen}
      value={value}
      options={options}
      onChange={(next) => {
        // The list of hits would lie over the button that applies them.
        setOpen(false)
        setTyped('')
        onChange(next)
      }}
    />
  )
}
