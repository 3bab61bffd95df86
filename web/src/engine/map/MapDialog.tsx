import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Segmented } from 'antd'
import { ArrowLeft, ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { Failure, SkeletonRows } from '~/ui/states'
import { Drawing } from './Drawing'
import { HierarchyTree } from './HierarchyTree'
import { NeighbourList } from './NeighbourList'
import { useWalk, type Place } from './useWalk'
import { titleIn } from './words'
import './map.css'

interface MapDialogProps {
  object: ObjectType
  record: RecordData
  onClose: () => void
}

const VIEWS = ['drawing', 'list', 'tree'] as const
type View = (typeof VIEWS)[number]

/** Who and what belongs with a record, as a map to walk on, as a list, and as a tree where such records lie in one another. */
export function MapDialog({ object, record, onClose }: MapDialogProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const [view, setView] = useState<View>('drawing')
  const { nodes, edges, centre, centreNode, query, go, back } = useWalk({ object: object.name, id: record.id })
  const hierarchical = catalog.object(centre.object)?.capabilities.includes('hierarchical')
  const shown = view === 'tree' && !hierarchical ? 'list' : view
  const open = ({ object: name, id }: Place) => {
    onClose()
    void navigate({ to: '/$object/$id', params: { object: name, id } })
  }
  const title = centreNode ? titleIn(catalog, centreNode, t('record.untitled')) : titleOf(record, object.title)
  return (
    <Modal open footer={null} width={1120} className="map-dialog" title={t('map.of', { title })} onCancel={onClose}>
      <div className="map-head">
        <Segmented<View>
          aria-label={t('map.views')}
          value={shown}
          onChange={setView}
          options={VIEWS.filter((each) => each !== 'tree' || hierarchical).map((value) => ({
            value,
            label: t(`map.view.${value}`),
          }))}
        />
        <span className="grow" />
        {back && (
          <Button icon={<ArrowLeft size={15} />} onClick={back}>
            {t('map.back')}
          </Button>
        )}
        {centre.id !== record.id && (
          <Button icon={<ExternalLink size={15} />} onClick={() => open(centre)}>
            {t('map.go')}
          </Button>
        )}
      </div>
      {shown === 'tree' ? (
        <HierarchyTree of={centre} onCentre={go} />
      ) : query.error && !centreNode ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : shown === 'drawing' ? (
        nodes.length === 0 ? (
          <SkeletonRows rows={6} />
        ) : (
          <Drawing
            centre={nodes.some(({ id }) => id === centre.id) ? centre.id : record.id}
            nodes={nodes}
            edges={edges}
            onCentre={go}
            onOpen={open}
          />
        )
      ) : centreNode ? (
        <NeighbourList centre={centreNode} nodes={nodes} edges={edges} onCentre={go} />
      ) : (
        <SkeletonRows rows={4} />
      )}
      {shown === 'drawing' && <p className="sub map-hint">{t('map.hint')}</p>}
    </Modal>
  )
}
