import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssignOffer } from '~/api/assign'
import { useCatalog } from '~/api/metadata'
import { formatNumber } from '~/fields/format'
import { countOf, type AssignDraft } from './draft'

interface MovesAlongProps {
  offer: AssignOffer
  draft: AssignDraft
  onChange: (change: Partial<AssignDraft>) => void
}

/** What hangs on the records and moves along with them, counted where it is one record. */
export function MovesAlong({ offer, draft, onChange }: MovesAlongProps) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const along = offer.along.filter((each) => catalog.object(each.object) && each.all !== 0)
  if (along.length === 0) return null
  const chosen = along.filter(({ object }) => draft.along.includes(object))
  const toggle = (object: string, on: boolean) =>
    onChange({ along: on ? [...draft.along, object] : draft.along.filter((each) => each !== object) })
  return (
    <fieldset className="moves-along">
      <legend>{t('assign.along')}</legend>
      {along.map((each) => {
        const count = countOf(each, draft)
        return (
          <Checkbox
            key={each.object}
            checked={draft.along.includes(each.object)}
            onChange={(event) => toggle(each.object, event.target.checked)}
          >
            {catalog.object(each.object)?.pluralLabel}
            {count !== undefined && <span className="num sub"> {formatNumber(count, i18n.language)}</span>}
          </Checkbox>
        )
      })}
      {chosen.length > 0 && (
        <Checkbox checked={draft.anyone} onChange={(event) => onChange({ anyone: event.target.checked })}>
          {t('assign.anyone')}
        </Checkbox>
      )}
      {chosen.some(({ ends }) => ends) && (
        <Checkbox checked={draft.all} onChange={(event) => onChange({ all: event.target.checked })}>
          {t('assign.all')}
        </Checkbox>
      )}
    </fieldset>
  )
}
