import { useState } from 'react'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useReplaceChoices, type ChoiceList, type SettledChoice } from '~/api/choiceLists'
import { asProblem } from '~/api/problem'
import type { ChoiceColor } from '~/api/types'
import { useClearing } from '~/ui/useClearing'
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '~/i18n'

const COLOURS: readonly ChoiceColor[] = ['indigo', 'jade', 'ochre', 'plum', 'cinnabar', 'slate']

interface FormProps {
  list: ChoiceList
  choice?: SettledChoice
  onClose: () => void
}

const begun = ({ meanings }: ChoiceList): SettledChoice => ({
  label: '', ready: null, labels: {}, meaning: meanings[0]?.code ?? null, color: null, active: true, initial: false, chance: null, records: 0,
}) // prettier-ignore

/** What a choice is called in each language, how it looks, and for a new one what it means. */
export function ChoiceForm({ list, choice, onClose }: FormProps) {
  const { t, i18n } = useTranslation()
  const clearing = useClearing()
  const replace = useReplaceChoices(list)
  const [draft, setDraft] = useState<SettledChoice>(choice ?? begun(list))
  const own = i18n.language as Language
  const languages = [own, ...LANGUAGES.filter((each) => each !== own)]
  const named = Object.values(draft.labels).some((label) => label.trim()) || draft.ready !== null
  const problem = replace.error ? asProblem(replace.error) : undefined
  const complaint =
    problem &&
    (problem.status === 412
      ? t('choiceLists.stale')
      : (problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail'))))

  const submit = () => {
    if (replace.isPending || !named) return
    const settled = {
      ...draft,
      label: draft.labels[own]?.trim() || draft.label || Object.values(draft.labels)[0] || '',
    }
    const next = choice
      ? list.choices.map((each) => (each.code === choice.code ? settled : each))
      : added(list, settled)
    replace.mutate(next, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t(choice ? 'choiceLists.change' : 'choiceLists.new')}
      onCancel={onClose}
      onOk={submit}
      okText={t('action.save')}
      okButtonProps={{ disabled: !named, loading: replace.isPending }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {languages.map((language, at) => {
          const id = `choice-label-${language}`
          return (
            <div key={language} className="token-form">
              <label htmlFor={id}>{t('choiceLists.nameIn', { language: LANGUAGE_NAMES[language] })}</label>
              <Input
                id={id}
                autoFocus={at === 0}
                maxLength={100}
                value={draft.labels[language] ?? ''}
                placeholder={at === 0 ? (draft.ready ?? undefined) : undefined}
                onChange={(event) =>
                  setDraft({ ...draft, labels: { ...draft.labels, [language]: event.target.value } })
                }
              />
            </div>
          )
        })}
        <p className="sub">{t('choiceLists.nameHelp')}</p>
        <label htmlFor="choice-colour">{t('choiceLists.colour')}</label>
        <Select
          id="choice-colour"
          allowClear={clearing}
          value={draft.color ?? undefined}
          placeholder={t('choiceLists.noColour')}
          onChange={(color?: ChoiceColor) => setDraft({ ...draft, color: color ?? null })}
          options={COLOURS.map((each) => ({
            value: each,
            label: <span className={`pill ${each}`}>{t(`choiceLists.colours.${each}`)}</span>,
          }))}
        />
        {!choice && list.meanings.length > 0 && (
          <>
            <label htmlFor="choice-meaning">{t('choiceLists.meaning')}</label>
            <Select
              id="choice-meaning"
              value={draft.meaning}
              onChange={(meaning) => setDraft({ ...draft, meaning })}
              options={list.meanings.map(({ code, label }) => ({ value: code, label }))}
            />
            <p className="sub">{t('choiceLists.meaningHelp')}</p>
          </>
        )}
        {list.chances && (
          <>
            <label htmlFor="choice-chance">{t('choiceLists.chance')}</label>
            <InputNumber
              id="choice-chance"
              min={0}
              max={100}
              precision={0}
              suffix="%"
              value={draft.chance === null ? null : Number(draft.chance)}
              onChange={(chance) => setDraft({ ...draft, chance })}
            />
            <p className="sub">{t('choiceLists.chanceHelp')}</p>
          </>
        )}
        {complaint && (
          <p className="field-error" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

/** A new one stands behind the last of those that mean the same: a new stage before the won ones. */
function added(list: ChoiceList, choice: SettledChoice): SettledChoice[] {
  const last = list.choices.findLastIndex((each) => each.meaning === choice.meaning)
  return list.choices.toSpliced(last < 0 ? list.choices.length : last + 1, 0, choice)
}
