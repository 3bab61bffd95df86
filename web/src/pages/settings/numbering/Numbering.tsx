import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { numberingOptions, useNumberRecords, useReplaceNumbering, type Numbering as Settled } from '~/api/numbering'
import { asProblem } from '~/api/problem'
import { useJobNotice } from '~/engine/shared/useJobNotice'
import { EditButton } from '~/ui/RowButtons'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { NumberingForm } from './NumberingForm'
import './numbering.css'

interface RowProps {
  numbering: Settled
  onEdit: () => void
}

/** An object, and what the next of its records is numbered. */
function NumberingRow({ numbering, onEdit }: RowProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const replace = useReplaceNumbering(numbering)
  const number = useNumberRecords()
  const { watch } = useJobNotice()
  const { object, label, active, format, restart, byHand, preview } = numbering
  const complain = (error: unknown) => {
    const problem = asProblem(error)
    void message.error(
      problem.status === 412
        ? t('numbering.stale')
        : (problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail'))),
    )
  }
  return (
    <li className="item numbering-row">
      <Switch
        size="small"
        checked={active}
        loading={replace.isPending}
        aria-label={t('numbering.activeOf', { name: label })}
        onChange={(next) => replace.mutate({ active: next, format, restart, byHand }, { onError: complain })}
      />
      <div className="grow">
        <b>{label}</b>
        <p className="sub">
          {active
            ? [
                t('numbering.nextIs', { number: preview[0] }),
                restart !== 'never' && t(`numbering.anew.${restart}`),
                !byHand && t('numbering.notByHand'),
              ]
                .filter(Boolean)
                .join(' · ')
            : t('numbering.off')}
        </p>
      </div>
      {active && (
        <Button
          size="small"
          loading={number.isPending}
          aria-label={t('numbering.recordsOf', { name: label })}
          onClick={() =>
            number.mutate(object, {
              onSuccess: ({ id }) => watch(id, { running: 'numbering.numbering', done: 'numbering.numbered' }),
              onError: complain,
            })
          }
        >
          {t('numbering.records')}
        </Button>
      )}
      <EditButton label={t('numbering.edit', { name: label })} onClick={onEdit} />
    </li>
  )
}

/** How records get numbers by themselves, object by object. */
export function Numbering() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(numberingOptions)
  const [edited, setEdited] = useState<Settled>()
  return (
    <section className="card" aria-label={t('settings.numbering')}>
      <header>
        <span className="grow">{t('numbering.about')}</span>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('numbering.none')} />
      ) : (
        <ul>
          {data.items.map((each) => (
            <NumberingRow key={each.object} numbering={each} onEdit={() => setEdited(each)} />
          ))}
        </ul>
      )}
      {edited && <NumberingForm numbering={edited} onClose={() => setEdited(undefined)} />}
    </section>
  )
}
