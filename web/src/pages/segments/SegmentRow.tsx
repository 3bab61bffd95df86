import { App, Button, Dropdown, Progress } from 'antd'
import { Link } from '@tanstack/react-router'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { memberFilter, useDeleteSegment, type Segment } from '~/api/segments'
import { useLooking, useSession } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'

interface SegmentRowProps {
  object: ObjectType
  segment: Segment
  onEdit: () => void
}

/** One segment: its name leads to its members. */
export function SegmentRow({ object, segment, onEdit }: SegmentRowProps) {
  const { t, i18n } = useTranslation()
  const { modal, message } = App.useApp()
  const looking = useLooking()
  const { user } = useSession()
  const remove = useDeleteSegment()
  const ask = () =>
    modal.confirm({
      title: t('segments.deleteTitle', { name: segment.name }),
      content: t('segments.deleteHelp'),
      okText: t('action.delete'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () =>
        remove.mutateAsync(segment.id).catch((error: unknown) => {
          message.error(asProblem(error).message || t('state.failed'))
        }),
    })
  return (
    <li className="item segment">
      <div className="segment-what">
        <Link to="/$object" params={{ object: object.name }} search={{ filter: memberFilter(segment.id) }}>
          {segment.name}
        </Link>
        {segment.description && <span className="sub">{segment.description}</span>}
        {segment.owner.id !== user.id && (
          <span className="sub">{t('views.of', { name: segment.owner.title ?? t('record.gone') })}</span>
        )}
      </div>
      <span className={segment.kind === 'live' ? 'pill jade' : 'pill'}>{t(`segments.short.${segment.kind}`)}</span>
      {segment.computedAt ? (
        segment.members !== null && (
          <span className="num">
            {t('list.count', { count: segment.members, value: formatNumber(segment.members, i18n.language) })}
          </span>
        )
      ) : (
        <span className="segment-progress">
          <span className="sub">{t('segments.computing')}</span>
          <Progress
            percent={Math.floor((segment.job?.progress ?? 0) * 100)}
            size="small"
            showInfo={false}
            aria-label={t('segments.computing')}
          />
        </span>
      )}
      {segment.mayChange && !looking && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'edit', icon: <Pencil size={14} />, label: t('segments.edit'), onClick: onEdit },
              { key: 'delete', icon: <Trash2 size={14} />, danger: true, label: t('segments.delete'), onClick: ask },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Ellipsis size={16} />}
            aria-label={t('views.menu', { name: segment.name })}
          />
        </Dropdown>
      )}
    </li>
  )
}
