import { useState } from 'react'
import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RESTARTS, numberOf, useReplaceNumbering, type Numbering, type NumberingInput } from '~/api/numbering'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import { todayIn } from '~/engine/calendar/days'

const PARTS = ['{yyyy}', '{yy}', '{mm}', '{dd}', '{0000}'] as const

interface FormProps {
  numbering: Numbering
  onClose: () => void
}

/** The format of an object's numbers, when they begin anew, and what the next ones read like. */
export function NumberingForm({ numbering, onClose }: FormProps) {
  const { t } = useTranslation()
  const replace = useReplaceNumbering(numbering)
  const today = todayIn(useCatalog().metadata.tenant.timeZone)
  const [draft, setDraft] = useState<NumberingInput>({
    active: true,
    format: numbering.format,
    restart: numbering.restart,
    byHand: numbering.byHand,
  })
  const set = (more: Partial<NumberingInput>) => setDraft({ ...draft, ...more })
  const next = draft.next ?? numbering.next
  const preview = [0, 1].map((more) => numberOf(draft.format, next + more, today)).filter(Boolean)
  const problem = replace.error ? asProblem(replace.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const whole =
    problem &&
    !errors.format &&
    !errors.next &&
    (problem.status === 412 ? t('numbering.stale') : problem.message || t('state.offlineDetail'))
  const submit = () => {
    if (!replace.isPending) replace.mutate(draft, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('numbering.formOf', { name: numbering.label })}
      onCancel={onClose}
      onOk={submit}
      okText={t('action.save')}
      okButtonProps={{ loading: replace.isPending, disabled: preview.length === 0 }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="numbering-format">{t('numbering.format')}</label>
        <Input
          id="numbering-format"
          className="code"
          maxLength={40}
          spellCheck={false}
          value={draft.format}
          status={errors.format ? 'error' : undefined}
          aria-describedby="numbering-note"
          onChange={(event) => set({ format: event.target.value })}
        />
        <div className="numbering-parts">
          {PARTS.map((part) => (
            <Button
              key={part}
              size="small"
              aria-label={t('numbering.insert', { part: t(`numbering.parts.${part.slice(1, -1)}`) })}
              onClick={() => set({ format: draft.format + part })}
            >
              {t(`numbering.parts.${part.slice(1, -1)}`)}
            </Button>
          ))}
        </div>
        <p
          id="numbering-note"
          className={errors.format ? 'field-error' : 'sub'}
          role={errors.format ? 'alert' : 'status'}
        >
          {errors.format ??
            (preview.length > 0 ? t('numbering.preview', { numbers: preview.join(' · ') }) : t('numbering.oneCounter'))}
        </p>
        <label htmlFor="numbering-restart">{t('numbering.restart')}</label>
        <Select
          id="numbering-restart"
          value={draft.restart}
          onChange={(restart) => set({ restart })}
          options={RESTARTS.map((each) => ({ value: each, label: t(`numbering.restarts.${each}`) }))}
        />
        <label htmlFor="numbering-next">{t('numbering.next')}</label>
        <InputNumber
          id="numbering-next"
          min={1}
          precision={0}
          value={next}
          status={errors.next ? 'error' : undefined}
          onChange={(value) => set({ next: value ?? undefined })}
        />
        {errors.next && (
          <p className="field-error" role="alert">
            {errors.next}
          </p>
        )}
        <Checkbox checked={draft.byHand} onChange={(event) => set({ byHand: event.target.checked })}>
          {t('numbering.byHand')}
        </Checkbox>
        <p className="sub">{t('numbering.gaps')}</p>
        {whole && (
          <p className="field-error" role="alert">
            {whole}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
