import { useId, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { UnderwayPlace, useWaiting } from '~/fields/underway'
import './stage-question.css'

type Values = Record<string, unknown>

interface StageQuestionProps {
  /** The stage to move to, as it is called. */
  stage: string
  /** What the server wants to know before the record may stand there. */
  attributes: readonly Attribute[]
  errors: Record<string, string>
  given: Values
  onAnswer: (answers: Values) => void
  onCancel: () => void
}

/** A stage may need an answer, such as why a sale was lost: it is asked for where the move was made. */
export function StageQuestion(props: StageQuestionProps) {
  const { t } = useTranslation()
  const id = useId()
  const { stage, attributes, errors, given } = props
  const [waits, tell] = useWaiting()
  const [answers, setAnswers] = useState<Values>({})
  return (
    <form
      className="stage-question"
      aria-label={t('record.moveTo', { stage })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!waits) props.onAnswer(answers)
      }}
    >
      <UnderwayPlace value={tell}>
        {attributes.map((attribute, index) => (
          <div key={attribute.name} className="form-field">
            <label htmlFor={`${id}-${attribute.name}`}>{attribute.label}</label>
            <FieldInput
              id={`${id}-${attribute.name}`}
              attribute={attribute}
              value={attribute.name in answers ? answers[attribute.name] : given[attribute.name]}
              onChange={(value) => setAnswers((present) => ({ ...present, [attribute.name]: value }))}
              autoFocus={index === 0}
              invalid
              describedBy={`${id}-${attribute.name}-note`}
            />
            <p className="field-error" id={`${id}-${attribute.name}-note`} role="alert">
              {errors[attribute.name]}
            </p>
          </div>
        ))}
      </UnderwayPlace>
      <div className="ways">
        <Button type="primary" htmlType="submit" disabled={waits}>
          {t('record.moveTo', { stage })}
        </Button>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <span className="sub" role="status">
          {waits && t('files.underway')}
        </span>
      </div>
    </form>
  )
}
