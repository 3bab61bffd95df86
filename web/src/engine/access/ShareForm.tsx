import { useId, useState } from 'react'
import { App, Button, Checkbox, DatePicker, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '~/api/problem'
import { useGive, type Principal } from '~/api/shares'
import { settleOnEnter } from '~/ui/settleOnEnter'
import { PrincipalPicker } from './PrincipalPicker'

const UNTOUCHED = { to: [] as Principal[], editing: false, along: true, until: null as Dayjs | null, note: '' }

/** To whom, what they may, until when, and what to tell them. */
export function ShareForm({ object, id }: { object: string; id: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const name = useId()
  const give = useGive(object, id)
  const [draft, setDraft] = useState(UNTOUCHED)
  const [problem, setProblem] = useState<Problem>()
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })

  const submit = async () => {
    setProblem(undefined)
    const { to, editing, along, until, note } = draft
    let left = to
    try {
      for (const principal of to) {
        await give.mutateAsync({
          kind: 'share',
          to: { kind: principal.kind, id: principal.id },
          editing,
          along,
          // The day that is named still counts.
          until: until?.endOf('day').toISOString(),
          note: note.trim() || undefined,
        })
        left = left.slice(1)
      }
      setDraft(UNTOUCHED)
      message.success(t('share.done', { count: to.length }))
    } catch (error) {
      set({ to: left })
      setProblem(asProblem(error))
    }
  }
  return (
    <form
      className="share-form"
      aria-label={t('share.button')}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.to.length > 0) void submit()
      }}
    >
      <PrincipalPicker label={t('share.to')} autoFocus value={draft.to} onChange={(to) => set({ to })} />
      <div className="share-options">
        <Checkbox checked={draft.editing} onChange={({ target }) => set({ editing: target.checked })}>
          {t('share.editing')}
        </Checkbox>
        <Checkbox checked={draft.along} onChange={({ target }) => set({ along: target.checked })}>
          {t('share.along')}
        </Checkbox>
        <label htmlFor={`${name}-until`}>{t('share.until')}</label>
        <DatePicker
          onKeyDown={settleOnEnter}
          id={`${name}-until`}
          placeholder={t('share.forGood')}
          value={draft.until}
          minDate={dayjs()}
          onChange={(until) => set({ until })}
        />
      </div>
      <Input
        aria-label={t('share.note')}
        placeholder={t('share.note')}
        maxLength={500}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      {problem && (
        <p className="field-error" role="alert">
          {problem.errors.map((error) => error.message).join(' ') || problem.message || t('state.offlineDetail')}
        </p>
      )}
      <Button type="primary" htmlType="submit" disabled={draft.to.length === 0} loading={give.isPending}>
        {t('share.button')}
      </Button>
    </form>
  )
}
