import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Maximize2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { NarrowPlace } from '~/ui/useMedia'
import { LoadedRecord } from '../record/LoadedRecord'
import { useKeys } from '../shared/useKeys'
import './beside.css'

interface BesideProps {
  object: ObjectType
  id: string
  onClose: () => void
}

/** A record beside the list it stands in, laid out as on a phone, so that one can go through a list without leaving it. */
export function Beside({ object, id, onClose }: BesideProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  useKeys({ Escape: onClose })
  useEffect(() => {
    // What it answers with, a promise in some browsers, is not for the effect to return.
    void place.current?.scrollTo({ top: 0 })
  }, [id])
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
        <LoadedRecord key={id} object={object} id={id} />
      </NarrowPlace>
    </aside>
  )
}
