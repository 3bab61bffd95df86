import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { valuePath, type Changing } from './useBulkChange'

/** What a look has found: how many would change, how many are so already, and why the others stay as they are. */
export function Expected({ object, changing }: { object: ObjectType; changing: Changing }) {
  const { t, i18n } = useTranslation()
  const { tally, failures, problem } = changing
  const number = (value: number) => formatNumber(value, i18n.language)
  // What is wrong with a value stands beside it.
  const elsewhere = problem?.errors.filter(({ path }) => !path.startsWith(valuePath('')))
  const labelOf = (path: string) => object.attributes.find(({ name }) => name === path)?.label
  return (
    <>
      {tally && (
        <dl className="bulk-expected" aria-label={t('bulk.preview')}>
          <div>
            <dt>{t(tally.removed > 0 ? 'bulk.willGo' : 'bulk.willChange')}</dt>
            <dd className="num">{number(tally.updated + tally.removed)}</dd>
          </div>
          {tally.skipped > 0 && (
            <div>
              <dt>{t('bulk.already')}</dt>
              <dd className="num">{number(tally.skipped)}</dd>
            </div>
          )}
          {tally.failed > 0 && (
            <div className="bad">
              <dt>{t('bulk.stay')}</dt>
              <dd className="num">{number(tally.failed)}</dd>
            </div>
          )}
          {tally.why.map(({ path, code, message, count }) => (
            <div key={`${path} ${code}`} className="why">
              <dt>{labelOf(path) ? t('bulk.reasonAt', { label: labelOf(path), reason: message }) : message}</dt>
              <dd className="num">{number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {failures && (
        <a className="bulk-file" href={failures} download>
          {t('bulk.file')}
        </a>
      )}
      {problem && (elsewhere?.length || !problem.errors.length) && (
        <p className="bad" role="alert">
          {elsewhere?.map((each) => each.message).join(' ') || problem.message || t('state.failed')}
        </p>
      )}
    </>
  )
}
