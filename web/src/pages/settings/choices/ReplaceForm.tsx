import { useState } from 'react'
import { Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useReplaceChoice, type ChoiceList, type SettledChoice } from '~/api/choiceLists'
import { asProblem } from '~/api/problem'
import { useJobNotice } from '~/engine/shared/useJobNotice'

interface FormProps {
  list: ChoiceList
  choice: SettledChoice
  onClose: () => void
}

/** Asks by which other choice one is replaced in all records. */
export function ReplaceForm({ list, choice, onClose }: FormProps) {
  const { t } = useTranslation()
  const replace = useReplaceChoice(list.id)
  const { watch } = useJobNotice()
  const [to, setTo] = useState<string>()
  const others = list.choices.filter(
    (each) => each.active && each.code !== choice.code && each.meaning === choice.meaning,
  )
  const problem = replace.error ? asProblem(replace.error) : undefined
  const submit = () => {
    if (!to || !choice.code || replace.isPending) return
    replace.mutate(
      { from: choice.code, to },
      {
        onSuccess: ({ id }) => {
          watch(id, { running: 'choiceLists.replacing', done: 'choiceLists.replaced', final: true })
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('choiceLists.replaceOf', { name: choice.label })}
      onCancel={onClose}
      onOk={submit}
      okText={t('choiceLists.replaceNow')}
      okButtonProps={{ disabled: !to, loading: replace.isPending }}
    >
      <div className="token-form">
        <p>{t('choiceLists.replaceDetail', { count: choice.records })}</p>
        <label htmlFor="choice-to">{t('choiceLists.replaceBy')}</label>
        <Select
          id="choice-to"
          showSearch
          optionFilterProp="label"
          value={to}
          onChange={setTo}
          notFoundContent={t('choiceLists.noOther')}
          options={others.map(({ code, label }) => ({ value: code ?? '', label }))}
        />
        {problem && (
          <p className="field-error" role="alert">
            {problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail'))}
          </p>
        )}
      </div>
    </Modal>
  )
}
