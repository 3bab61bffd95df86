import { useQuery } from '@tanstack/react-query'
import { App, Button, Tooltip } from 'antd'
import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import { followersOptions, useFollow } from '~/api/timeline'
import type { ObjectType, RecordData } from '~/api/types'
import { Avatar } from '~/ui/Avatar'

const SHOWN = 4

/** Whether one follows the record, and who else does. */
export function FollowButton({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const looking = useLooking()
  const { data } = useQuery(followersOptions(object.name, record.id))
  const follow = useFollow(object.name, record.id)
  const following = follow.isPending ? follow.variables : (data?.following ?? false)
  const people = data?.items ?? []
  const names = people.map(({ title }) => title ?? '').join(t('filter.separator'))
  return (
    <span className="follow">
      {people.length > 0 && (
        <Tooltip title={t('follow.by', { names })}>
          <span className="followers" role="img" aria-label={t('follow.by', { names })}>
            {people.slice(0, SHOWN).map(({ id, title }) => (
              <Avatar key={id} name={title ?? ''} size="small" />
            ))}
            {(data?.count ?? 0) > SHOWN && <span className="sub num">+{(data?.count ?? 0) - SHOWN}</span>}
          </span>
        </Tooltip>
      )}
      {!looking && (
        <Tooltip title={t(following ? 'follow.stopHint' : 'follow.hint')}>
          <Button
            type="text"
            size="small"
            aria-pressed={following}
            className={following ? 'followed' : undefined}
            icon={<Star size={16} fill={following ? 'currentColor' : 'none'} aria-hidden />}
            onClick={() =>
              follow.mutate(!following, {
                onError: (error) => message.error(asProblem(error).message || t('state.failed')),
              })
            }
          >
            {t(following ? 'follow.following' : 'follow.follow')}
          </Button>
        </Tooltip>
      )}
    </span>
  )
}
