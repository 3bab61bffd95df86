import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { BoardCard } from '~/engine/board/BoardCard'
import { cardParts } from '~/engine/board/card'
import { ColumnHead } from '~/engine/board/ColumnHead'
import { StageQuestion } from '~/engine/record/StageQuestion'
import { SkeletonRows } from '~/ui/states'
import '~/engine/board/board.css'
import { DEAL, DEALS } from './objects'
import { Part } from './Show'

const nothing = () => {}
const TOTALS = {
  count: 1280,
  sum: {
    byCurrency: [
      { amount: '2860000', currency: 'CNY' },
      { amount: '54000', currency: 'USD' },
    ],
    base: { amount: '3242640', currency: 'CNY' },
    unconverted: 0,
  },
}

/** A board's columns and its cards: at rest, on their way, asking, and none. */
export function BoardsPart() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object('deals')
  const stage = catalog.attribute('deals', 'stage')
  const remarks = catalog.attribute('deals', 'remarks')
  const parts = useMemo(() => (object ? cardParts(catalog, object) : { marks: [] }), [catalog, object])
  if (!object || !stage?.choices || !remarks) return null
  const [first, second, third, fourth] = stage.choices
  if (!first || !second || !third || !fourth) return null
  return (
    <Part name="boards">
      <div className="board kit-board">
        <section className={`column ${first.color}`} aria-label={first.label}>
          <ColumnHead choice={first} totals={TOTALS} failed={false} />
          <div className="column-cards">
            {DEALS.map((record) => (
              <BoardCard key={record.id} object={object} record={record} parts={parts} />
            ))}
          </div>
        </section>
        <section className={`column ${second.color}`} aria-label={second.label}>
          <ColumnHead choice={second} totals={undefined} failed />
          <div className="column-cards">
            <div className="moved">
              <BoardCard object={object} record={DEAL} parts={parts} moving />
            </div>
            <div className="moved asking">
              <BoardCard object={object} record={DEAL} parts={parts} />
              <StageQuestion
                stage={second.label}
                attributes={[remarks]}
                errors={{ remarks: t('kit.complaint') }}
                given={{}}
                onAnswer={nothing}
                onCancel={nothing}
              />
            </div>
          </div>
        </section>
        <section className={`column ${third.color}`} aria-label={third.label}>
          <ColumnHead choice={third} totals={undefined} failed={false} />
          <div className="column-cards">
            <SkeletonRows rows={4} />
          </div>
        </section>
        <section className={`column ${fourth.color} over`} aria-label={fourth.label}>
          <ColumnHead choice={fourth} totals={{ count: 0, sum: undefined }} failed={false} />
          <div className="column-cards">
            <p className="column-empty">{t('board.dropHere')}</p>
          </div>
        </section>
      </div>
    </Part>
  )
}
