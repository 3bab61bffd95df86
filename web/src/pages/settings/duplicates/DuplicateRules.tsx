import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { standingOptions } from '~/api/duplicates'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { OnSaveSelect } from '../../duplicates/OnSaveSelect'
import { Empty, Failure, SkeletonRows } from '~/ui/states'

/** An object, by what its records are compared, and what whoever saves one like another is told. */
function RuleRow({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { data, error, refetch } = useQuery(standingOptions(object.name))
  const by = catalog.pick(object.name, object.compared ?? []).map(({ label }) => label)
  return (
    <li className="item">
      <div className="grow">
        <b>{object.pluralLabel}</b>
        <p className="sub">{t('duplicates.comparedBy', { names: by.join(t('duplicates.comma')) })}</p>
        <Link to="/duplicates" search={{ object: object.name }}>
          {t('duplicates.see')}
        </Link>
      </div>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <OnSaveSelect
          object={object}
          value={data.onSave}
          label={t('duplicates.onSaveOf', { label: object.pluralLabel })}
        />
      ) : (
        <SkeletonRows rows={1} />
      )}
    </li>
  )
}

/** What a company wants when somebody saves a record like another, object by object. */
export function DuplicateRules() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const objects = catalog.pages.filter(({ compared, rights }) => compared?.length && rights.configure)
  return (
    <section className="card" aria-label={t('settings.duplicates')}>
      <header>
        <span className="grow">{t('duplicates.about')}</span>
      </header>
      {objects.length === 0 ? (
        <Empty title={t('duplicates.noneToSetUp')} />
      ) : (
        <ul>
          {objects.map((object) => (
            <RuleRow key={object.name} object={object} />
          ))}
        </ul>
      )}
    </section>
  )
}
