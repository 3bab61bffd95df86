import { Suspense, useState } from 'react'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { extrasOf } from '~/objects/extras'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { RolesOf } from '../access/OfRecord'
import { OwnersCard } from '../assign/OwnersCard'
import { FilesCard } from '../files/FilesCard'
import { useForms } from '../form/Forms'
import { laidOut, sectionsOf } from '../form/attributes'
import { useStoredStates } from '../form/states'
import { useShown } from '../shared/edits'
import { useKeys } from '../shared/useKeys'
import { Timeline } from '../timeline/Timeline'
import { AdviceCard } from './AdviceCard'
import { CompletenessCard } from './CompletenessCard'
import { DeletedBanner } from './DeletedBanner'
import { Facts } from './Facts'
import { LinesCard } from './LinesCard'
import { RecordHead } from './RecordHead'
import { RelatedCards } from './RelatedCards'
import { SectionCard } from './SectionCard'
import { StagePath } from './StagePath'
import { useRights } from './useRights'

const PANES = ['details', 'timeline', 'related'] as const
type Pane = (typeof PANES)[number]

export function RecordView({ object, record: stored }: { object: ObjectType; record: RecordData }) {
  const record = useShown(stored)
  const { t } = useTranslation()
  const catalog = useCatalog()
  const forms = useForms()
  const phone = usePhone()
  const [pane, setPane] = useState<Pane>('details')
  const { Cards } = extrasOf(object)
  const editable = useRights(object, record).edit
  const { admin } = useSession()
  const timed = object.capabilities.includes('timeline')
  const files = !object.partOf && !record.deletedAt && <FilesCard object={object} id={record.id} />
  const states = useStoredStates(object, record)
  const lines = object.attributes.filter((attribute) => attribute.type === 'lines')
  const sections = sectionsOf(
    catalog,
    laidOut(object, (name) => record[name]),
  )
    .map((section) => ({
      ...section,
      attributes: section.attributes.filter(({ name, type }) => type !== 'lines' && !states.hidden.has(name)),
    }))
    .filter((section) => section.attributes.length > 0)
  usePageTitle(titleOf(record, object.title))
  useKeys({
    e: () => {
      if (editable) forms.edit(object.name, record)
    },
  })

  const shows = (each: Pane) => !phone || pane === each
  return (
    <div className="record-page">
      <RecordHead object={object} record={record} />
      {Boolean(record.deletedAt) && <DeletedBanner object={object} record={record} />}
      <Facts object={object} record={record} />
      {object.board && <StagePath object={object} record={record} attributeName={object.board} editable={editable} />}
      {phone && (
        <Segmented<Pane>
          block
          className="panes"
          value={pane}
          onChange={setPane}
          options={PANES.map((value) => ({ value, label: t(`record.${value}`) }))}
        />
      )}
      <div className="rec">
        {shows('details') && (
          <div className="column">
            {!record.deletedAt && <AdviceCard object={object} record={record} />}
            {editable && object.wanted.length > 0 && <CompletenessCard object={object} record={record} />}
            {sections.map((section) => (
              <SectionCard
                key={section.name}
                object={object}
                record={record}
                section={section}
                editable={editable}
                fixed={states.readOnly}
              />
            ))}
            {admin && object.capabilities.includes('people') && !record.deletedAt && <RolesOf record={record} />}
            {object.capabilities.includes('owned') && !record.deletedAt && (
              <OwnersCard object={object} record={record} />
            )}
            {object.related.length === 0 && files}
          </div>
        )}
        {(shows('timeline') || shows('details')) && (
          <div className="column">
            {shows('details') &&
              lines.map((attribute) => (
                <LinesCard
                  key={attribute.name}
                  object={object}
                  record={record}
                  attribute={attribute}
                  editable={editable}
                />
              ))}
            {timed && shows('timeline') && <Timeline object={object} record={record} />}
          </div>
        )}
        {shows('related') && object.related.length > 0 && (
          <div className="column">
            {Cards && (
              <Suspense>
                <Cards object={object} record={record} />
              </Suspense>
            )}
            {files}
            <RelatedCards object={object} record={record} />
          </div>
        )}
      </div>
    </div>
  )
}
