import { Problem } from '~/api/problem'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { CompletenessCard } from '~/engine/record/CompletenessCard'
import { DeletedBanner } from '~/engine/record/DeletedBanner'
import { Facts } from '~/engine/record/Facts'
import { InlineEditor } from '~/engine/record/InlineEditor'
import { LinesCard } from '~/engine/record/LinesCard'
import { RecordHead } from '~/engine/record/RecordHead'
import { RecordSkeleton } from '~/engine/record/RecordSkeleton'
import { RelatedCard } from '~/engine/record/RelatedCard'
import { SectionCard } from '~/engine/record/SectionCard'
import { StagePath } from '~/engine/record/StagePath'
import { StageQuestion } from '~/engine/record/StageQuestion'
import { sectionsOf } from '~/engine/form/attributes'
import { Conflict } from '~/engine/shared/Conflict'
import '~/engine/record/record.css'
import { DEAL, DEALS, LONG_DEAL } from './objects'
import { Part, Show } from './Show'

const nothing = () => {}
const THEIRS = {
  ...DEAL,
  version: 4,
  amount: { amount: '2980000', currency: 'CNY' },
  updatedBy: { id: 'anna', title: 'Anna Snelling' },
}

/** The head of a record, its stages, its fields and what hangs on it. */
export function RecordsPart() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object('deals')
  const amount = catalog.attribute('deals', 'amount')
  const remarks = catalog.attribute('deals', 'remarks')
  const lines = catalog.attribute('deals', 'lines')
  const [section] = object ? sectionsOf(catalog, object) : []
  const [related] = object?.related ?? []
  if (!object || !amount || !remarks || !lines || !section || !related) return null
  const refused = {
    problem: new Problem(422, { errors: [{ path: 'amount', code: 'wrong', message: t('kit.complaint') }] }),
    attempted: { amount: { amount: '-1', currency: 'CNY' } },
    current: undefined,
    errors: {},
    isPending: false,
    save: async () => false,
    reset: nothing,
  }
  return (
    <Part name="records">
      {[DEAL, LONG_DEAL].map((record) => (
        <div key={record.id} className="record-page card kit-record">
          <RecordHead object={object} record={record} />
          <Facts object={object} record={record} />
          <StagePath object={object} record={record} attributeName="stage" editable />
        </div>
      ))}
      <div className="record-page card kit-record">
        <StagePath object={object} record={DEALS[3] ?? DEAL} attributeName="stage" editable={false} />
        <DeletedBanner
          object={object}
          record={{ ...DEAL, deletedAt: '2026-11-27T08:00:00Z', deletedBy: THEIRS.updatedBy }}
        />
        <StageQuestion
          stage={t('kit.stages.cinnabar')}
          attributes={[remarks]}
          errors={{ remarks: t('kit.complaint') }}
          given={{}}
          onAnswer={nothing}
          onCancel={nothing}
        />
      </div>
      <div className="kit-columns">
        <SectionCard object={object} record={DEAL} section={section} editable />
        <CompletenessCard object={object} record={{ ...DEAL, completeness: '67', amount: null, remarks: null }} />
        <SectionCard object={object} record={DEALS[3] ?? DEAL} section={section} editable={false} />
        <RelatedCard related={related} record={DEAL} title={String(DEAL.title)} />
        <Show state="wrong">
          <InlineEditor
            object={object}
            record={DEAL}
            attribute={amount}
            saving={refused}
            onSave={nothing}
            onDone={nothing}
          />
        </Show>
        <Show state="conflict">
          <Conflict
            object={object}
            current={THEIRS}
            mine={{ amount: DEAL.amount }}
            onTheirs={nothing}
            onMine={nothing}
          />
        </Show>
      </div>
      <LinesCard object={object} record={DEAL} attribute={lines} editable />
      <LinesCard object={object} record={{ ...DEAL, lines: [] }} attribute={lines} editable />
      <Show state="loading" wide>
        <RecordSkeleton />
      </Show>
    </Part>
  )
}
