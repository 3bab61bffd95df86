import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDismissal, type DuplicateGroup, type DuplicatePair } from '~/api/duplicates'
import { useLooking } from '~/api/session'
import type { ObjectType, RecordData } from '~/api/types'
import { Score } from '~/engine/form/Score'
import { MergeButton } from '~/engine/merge/MergeButton'
import { PairDifferences } from './PairDifferences'
import { Telling } from './Telling'

interface PairRowProps {
  object: ObjectType
  group: DuplicateGroup
  pair: DuplicatePair
  /** What tells the records of the group apart, by their ids. */
  telling: ReadonlyMap<string, RecordData>
}

/** Two records that seem to be one: why, where they differ, and that they are not. */
export function PairRow({ object, group, pair, telling }: PairRowProps) {
  const { t } = useTranslation()
  const looking = useLooking()
  const [compared, setCompared] = useState(false)
  const dismissed = group.id === null
  const dismissal = useDismissal(object.name, dismissed ? 'reopen' : 'dismiss')
  const ids: [string, string] = [pair.one, pair.other]
  const titleOf = (id: string) => group.records.find((record) => record.id === id)?.title ?? id
  return (
    <li className="pair">
      <div className="pair-head">
        <Score score={pair.score} />
        <div className="pair-of">
          {ids.map((id) => (
            <div key={id}>
              <Link to="/$object/$id" params={{ object: object.name, id }}>
                {titleOf(id)}
              </Link>
              <Telling object={object} record={telling.get(id)} />
            </div>
          ))}
          <span className="sub">{pair.reasons.map(({ text }) => text).join(' · ')}</span>
        </div>
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
      {compared && <PairDifferences object={object} ids={ids} titles={[titleOf(pair.one), titleOf(pair.other)]} />}
    </li>
  )
}
