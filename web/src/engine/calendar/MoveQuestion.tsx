import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorsByAttribute } from '~/api/problem'
import { formatDate } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { StageQuestion } from '../record/StageQuestion'
import { askedBy } from '../shared/refusal'
import type { Entries } from './useEntries'

/** What must be known before a record may stand on another day; a cell of a month is too small to ask it in. */
export function MoveQuestion({ entries: { calendar, reschedule } }: { entries: Entries }) {
  const { t, i18n } = useTranslation()
  const { object, date } = calendar
  const { asking, answer, cancel } = reschedule
  if (!asking?.problem) return null
  const { record, day, values, problem } = asking
  return (
    <Modal open footer={null} title={titleOf(record, object.title) || t('record.untitled')} onCancel={cancel}>
      <StageQuestion
        stage={formatDate(day, i18n.language)}
        attributes={askedBy(object.attributes, date, problem)}
        errors={errorsByAttribute(problem.errors)}
        given={values}
        onAnswer={answer}
        onCancel={cancel}
      />
    </Modal>
  )
}
