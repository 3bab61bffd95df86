import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { MergePreview } from '~/api/merge'
import { formatNumber } from '~/fields/format'

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)

/** What hangs on the records that go and comes along, and who sees less or more of it then. */
export function ComesAlong({ preview }: { preview: MergePreview }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const { related, belongings, sight } = preview
  const number = (value: number, more = false) => formatNumber(value, i18n.language) + (more ? '+' : '')
  const hidden = related.reduce((all, each) => all + each.hidden, 0)
  const lines = [
    ...related
      .filter(({ counts }) => sum(counts) > 0)
      .map(({ object: name, attribute, counts, more }) => {
        const object = catalog.object(name)
        const way = object?.attributes.find((each) => each.name === attribute)?.label ?? attribute
        return {
          key: `${name} ${attribute}`,
          label: `${object?.pluralLabel ?? name} · ${way}`,
          value: number(sum(counts), more),
        }
      }),
    ...Object.entries(belongings).map(([part, counts]) => ({
      key: part,
      label: t(`merge.part.${part}`),
      value: number(sum(counts)),
    })),
  ]
  const names = ({ people, more }: MergePreview['sight']['losing']) =>
    people.map(({ title }) => title).join(t('merge.comma')) + (more ? ` +${number(more)}` : '')
  return (
    <>
      {(lines.length > 0 || hidden > 0) && (
        <section aria-label={t('merge.along')}>
          <h3>{t('merge.along')}</h3>
          <dl className="merge-along">
            {lines.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {hidden > 0 && <p className="sub">{t('merge.hidden', { count: hidden })}</p>}
        </section>
      )}
      {sight.losing.people.length > 0 && (
        <Alert type="warning" showIcon title={t('merge.losing', { names: names(sight.losing) })} />
      )}
      {sight.gaining.people.length > 0 && (
        <Alert type="info" showIcon title={t('merge.gaining', { names: names(sight.gaining) })} />
      )}
    </>
  )
}
