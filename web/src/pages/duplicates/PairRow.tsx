import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDismissal, type DuplicateGroup, type DuplicatePair } from '~/api/duplicates'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { MergeButton } from '~/engine/merge/MergeButton'
import { PairDifferences } from './PairDifferences'

interface PairRowProps {
  object: ObjectType
  group: DuplicateGroup
  pair: DuplicatePair
}

/** Two records that seem to be one: why, where they differ, and that they are not. */
export function PairRow({ object, group, pair }: PairRowProps) {
  const { t } = useTranslation()
  const looking = useLooking()
  const [compared, setCompared] = useState(false)
  const dismissed = group.id === null
  const dismissal = useDismissal(object.name, dismissed ? 'reopen' : 'dismiss')
  const ids: [string, string] = [pair.one, pair.other]
  return (
    <li className="pair">
      <div className="pair-head">
        <span className="score" title={t('duplicates.score')}>
          {pair.score}
        </span>
        <span className="pair-of">
          {ids.map((id) => (
            <Link key={id} to="/$object/$id" params={{ object: object.name, id }}>
              {group.records.find((record) => record.id === id)?.title ?? id}
            </Link>
          ))}
          <span className="sub">{pair.reasons.map(({ text }) => text).join(' · ')}</span>
        </span>
        <span className="ways">
          <Button size="small" aria-expanded={compared} onClick={() => setCompared(!compared)}>
            {t(compared ? 'duplicates.hide' : 'duplicates.compare')}
          </Button>
          {!dismissed && <MergeButton object={object} ids={ids} />}
          {!looking && object.rights.edit && (
            <Button size="small" loading={dismissal.isPending} onClick={() => dismissal.mutate(ids)}>
              {t(dismissed ? 'duplicates.reopen' : 'duplicates.notSame')}
            </Button>
          )}
        </span>
      </div>
      {compared && <PairDifferences object={object} ids={ids} />}
    </li>
  )
}
