import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { segmentsOptions, type Segment } from '~/api/segments'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'
import { usePageTitle } from '~/ui/usePageTitle'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { SegmentRow } from './SegmentRow'
import './segments.css'

const SegmentDialog = later(async () => (await import('~/engine/segment/SegmentDialog')).SegmentDialog)

interface Edited {
  object: ObjectType
  segment?: Segment
}

/** Everything that is kept together under a name, object by object. */
export function Segments() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const looking = useLooking()
  const { data, error, refetch } = useQuery(segmentsOptions())
  usePageTitle(t('page.segments'))
  const [edited, setEdited] = useState<Edited>()
  const groups = catalog.pages
    .map((object) => ({ object, segments: data?.filter((segment) => segment.object === object.name) ?? [] }))
    .filter(({ segments }) => segments.length > 0)
  const creation = {
    items: catalog.pages.map((object) => ({ key: object.name, label: object.pluralLabel })),
    onClick: ({ key }: { key: string }) => {
      const object = catalog.object(key)
      if (object) setEdited({ object })
    },
  }
  return (
    <>
      <div className="page-head">
        <h1>{t('page.segments')}</h1>
        <span className="grow" />
        {!looking && (
          <Dropdown trigger={['click']} menu={creation}>
            <Button icon={<Plus size={15} aria-hidden />}>{t('segments.create')}</Button>
          </Dropdown>
        )}
      </div>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="card segments">
          <SkeletonRows rows={5} />
        </div>
      ) : groups.length === 0 ? (
        <Empty title={t('segments.empty')} detail={t('segments.emptyDetail')} />
      ) : (
        groups.map(({ object, segments }) => (
          <section className="card segments" key={object.name} aria-label={object.pluralLabel}>
            <header>{object.pluralLabel}</header>
            <ul>
              {segments.map((segment) => (
                <SegmentRow
                  key={segment.id}
                  object={object}
                  segment={segment}
                  onEdit={() => setEdited({ object, segment })}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {edited && (
        <Suspense>
          <SegmentDialog {...edited} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
    </>
  )
}
