import { useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KindOffer } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'

interface OffersCardProps {
  object: ObjectType
  /** The attribute whose choices are the kinds. */
  kind: string
  offers: readonly KindOffer[]
  problem?: Problem
  onChange: (offers: KindOffer[]) => void
}

/** Which choices of other fields records of a kind may have: all, where nothing is chosen. */
export function OffersCard({ object, kind, offers, problem, onChange }: OffersCardProps) {
  const { t } = useTranslation()
  const kinds = useCatalog().attribute(object.name, kind)?.choices ?? []
  const [chosen, setChosen] = useState(kinds[0]?.code ?? '')
  const fields = object.attributes.filter(
    ({ name, type, writable, derived }) => type === 'choice' && name !== kind && writable && !derived,
  )
  if (fields.length === 0) return null
  const at = (name: string) => offers.findIndex((each) => each.kind === chosen && each.attribute === name)
  const set = (name: string, choices: string[]) => {
    const offer = { kind: chosen, attribute: name, choices }
    const place = at(name)
    if (place < 0) onChange([...offers, offer])
    else onChange(choices.length > 0 ? offers.with(place, offer) : offers.toSpliced(place, 1))
  }
  return (
    <section className="card" aria-label={t('layouts.offers')}>
      <header>
        <h2 className="grow">{t('layouts.offers')}</h2>
        <Select
          className="layouts-add-rule"
          aria-label={t('layouts.offersOf')}
          value={chosen}
          onChange={setChosen}
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
      </header>
      <p className="layouts-what">{t('layouts.offersHelp')}</p>
      {fields.map(({ name, label, choices }) => {
        const place = at(name)
        const error = problem?.errors.find(({ path }) => place >= 0 && path.startsWith(`offers[${place}]`))
        return (
          <div key={name} className="setting">
            <label htmlFor={`offer-${name}`}>{label}</label>
            <div>
              <Select
                id={`offer-${name}`}
                className="fill"
                mode="multiple"
                optionFilterProp="label"
                placeholder={t('layouts.allChoices')}
                value={offers[place]?.choices ?? []}
                onChange={(next: string[]) => set(name, next)}
                options={(choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))}
              />
              {error && (
                <p className="field-error" role="alert">
                  {error.message}
                </p>
              )}
            </div>
          </div>
        )
      })}
    </section>
  )
}
