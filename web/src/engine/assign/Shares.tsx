import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { tallyOf, useAssignMany, type Chosen } from '~/api/assign'
import { isMoving, useWatchedJob } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { assignmentOf, type AssignDraft } from './draft'
import { usePeopleNames } from './usePeopleNames'

/** Who would get how many, found out by a job that changes nothing. */
export function Shares({ object, chosen, draft }: { object: ObjectType; chosen: Chosen; draft: AssignDraft }) {
  const { t, i18n } = useTranslation()
  const look = useAssignMany(object.name)
  const [asked, setAsked] = useState<string>()
  const { data: job } = useWatchedJob(look.data?.id)
  const question = JSON.stringify([chosen, assignmentOf(draft)])
  const tally = asked === question && job && !isMoving(job) ? tallyOf(job) : undefined
  const people = Object.entries(tally?.people ?? {}).sort(([, one], [, other]) => other - one)
  const names = usePeopleNames(people.map(([id]) => id))
  const start = () => {
    setAsked(question)
    look.mutate({ ...assignmentOf(draft), ...chosen, dryRun: true })
  }
  const looking = look.isPending || (asked === question && Boolean(look.data) && (!job || isMoving(job)))
  return (
    <div className="shares">
      <Button size="small" onClick={start} loading={looking}>
        {t('assign.preview')}
      </Button>
      {look.error && <p role="alert">{asProblem(look.error).message}</p>}
      {tally && (
        <dl aria-label={t('assign.preview')}>
          {people.map(([id, count]) => (
            <div key={id}>
              <dt>{names.get(id) ?? '…'}</dt>
              <dd className="num">{formatNumber(count, i18n.language)}</dd>
            </div>
          ))}
          {tally.skipped > 0 && (
            <div>
              <dt>{t('assign.already')}</dt>
              <dd className="num">{formatNumber(tally.skipped, i18n.language)}</dd>
            </div>
          )}
          {tally.failed > 0 && (
            <div className="bad">
              <dt>{t('assign.stays')}</dt>
              <dd className="num">{formatNumber(tally.failed, i18n.language)}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}
