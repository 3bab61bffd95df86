import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { sectionsOf } from '../form/attributes'
import { PastValue } from '../record/ChangeWords'
import type { Then } from './asOf'

/** The values of a moment; what the change touched is marked, and what is another today says so. */
export function RecordThen({ object, then }: { object: ObjectType; then: Then }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const attributes = sectionsOf(catalog, object).flatMap((section) => section.attributes)
  const shown = attributes.filter(
    ({ name }) => !isEmpty(then.values[name]) || then.touched.has(name) || then.changedSince.has(name),
  )
  return (
    <dl className="then" aria-label={t('history.values')}>
      {shown.map((attribute) => {
        const touched = then.touched.has(attribute.name)
        const changed = then.changedSince.has(attribute.name)
        return (
          <div key={attribute.name} className={touched ? 'touched' : undefined}>
            <dt>{attribute.label}</dt>
            <dd>
              {touched && !isEmpty(then.before[attribute.name]) && (
                <>
                  <PastValue attribute={attribute} value={then.before[attribute.name]} />
                  <ArrowRight size={13} aria-label={t('timeline.to')} />
                </>
              )}
              <PastValue attribute={attribute} value={then.values[attribute.name]} />
              {touched && <span className="pill jade">{t('history.touched')}</span>}
              {changed && <span className="pill ochre">{t('history.otherToday')}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
