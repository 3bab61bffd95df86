import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Maximize2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '~/api/problem'
import { recordOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { Failure } from '~/ui/states'
import { NarrowPlace } from '~/ui/useMedia'
import { RecordSkeleton } from '../record/RecordSkeleton'
import { RecordView } from '../record/RecordView'
import { useKeys } from '../shared/useKeys'
import '../record/record.css'
import './beside.css'

interface BesideProps {
  object: ObjectType
  id: string
  onClose: () => void
}

function Loaded({ object, id }: { object: ObjectType; id: string }) {
  const { data: record, error, refetch } = useQuery(recordOptions(object.name, id))
  if (record && (!error || (error as Problem).status === 0)) return <RecordView object={object} record={record} />
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <RecordSkeleton />
}

/** A record beside the list it stands in, laid out as on a phone, so that one can go through a list without leaving it. */
export function Beside({ object, id, onClose }: BesideProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  useKeys({ Escape: onClose })
  useEffect(() => place.current?.scrollTo({ top: 0 }), [id])
  return (
    <aside className="beside" ref={place} aria-label={t('beside.title', { label: object.label })}>
      <div className="beside-head">
        <Link to="/$object/$id" params={{ object: object.name, id }} className="quiet-link">
          <Maximize2 size={14} aria-hidden />
          {t('beside.whole')}
        </Link>
        <span className="grow" />
        <Button
          type="text"
          size="small"
          icon={<X size={16} aria-hidden />}
          aria-label={t('beside.close')}
          onClick={onClose}
        />
      </div>
      <NarrowPlace value={true}>
        <Loaded key={id} object={object} id={id} />
      </NarrowPlace>
    </aside>
  )
}
