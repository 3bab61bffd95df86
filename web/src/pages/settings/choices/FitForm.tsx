import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { choiceListOptions, useFitChoices, type ChoiceList, type Dependency } from '~/api/choiceLists'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useClearing } from '~/ui/useClearing'
import { Failure, SkeletonRows } from '~/ui/states'

interface FormProps {
  list: ChoiceList
  onClose: () => void
}

interface LinesProps {
  list: ChoiceList
  attribute: string
  fits: Dependency['fits']
  onChange: (fits: Dependency['fits']) => void
}

/** For each choice of another field those of the list that fit to it; all of them where nothing is said. */
function Lines({ list, fits, onChange, attribute }: LinesProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(choiceListOptions(`${list.object}.${attribute}`))
  const options = list.choices.map(({ code, label }) => ({ value: code ?? '', label }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  return (
    <ul className="fit-lines">
      {data.choices.map(({ code = '', label, color }) => {
        const line = fits[code]
        return (
          <li key={code}>
            <div className="fit-head">
              <span className={color ? `pill ${color}` : 'grow'}>{label}</span>
              <Checkbox
                checked={line === undefined}
                aria-label={t('choiceLists.fit.allOf', { name: label })}
                onChange={({ target }) => {
                  const { [code]: _said, ...others } = fits
                  onChange(target.checked ? others : { ...others, [code]: [] })
                }}
              >
                {t('choiceLists.fit.all')}
              </Checkbox>
            </div>
            {line && (
              <Select
                mode="multiple"
                className="fill"
                optionFilterProp="label"
                aria-label={t('choiceLists.fit.of', { name: label })}
                placeholder={t('choiceLists.fit.nothing')}
                value={line}
                options={options}
                onChange={(codes: string[]) => onChange({ ...fits, [code]: codes })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Which choices fit to which of another field of the same object. */
export function FitForm({ list, onClose }: FormProps) {
  const { t } = useTranslation()
  const clearing = useClearing()
  const catalog = useCatalog()
  const save = useFitChoices(list)
  const [attribute, setAttribute] = useState(list.dependsOn?.attribute)
  const [fits, setFits] = useState(list.dependsOn?.fits ?? {})
  const others = (catalog.object(list.object)?.attributes ?? []).filter(
    ({ name, choices, writable }) => choices && writable && name !== list.attribute,
  )
  const problem = save.error ? asProblem(save.error) : undefined
  const submit = () => {
    if (save.isPending) return
    save.mutate(attribute ? { attribute, fits } : {}, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('choiceLists.fit.title', { name: list.label })}
      onCancel={onClose}
      onOk={submit}
      okText={t('action.save')}
      okButtonProps={{ loading: save.isPending }}
    >
      <div className="token-form">
        <label htmlFor="fit-attribute">{t('choiceLists.fit.attribute')}</label>
        <Select
          id="fit-attribute"
          allowClear={clearing}
          showSearch
          optionFilterProp="label"
          placeholder={t('choiceLists.fit.none')}
          value={attribute}
          onChange={(next?: string) => {
            setAttribute(next)
            setFits({})
          }}
          options={others.map(({ name, label }) => ({ value: name, label }))}
        />
        <p className="sub">{t('choiceLists.fit.help')}</p>
        {attribute && <Lines list={list} attribute={attribute} fits={fits} onChange={setFits} />}
        {problem && (
          <p className="field-error" role="alert">
            {problem.status === 412
              ? t('choiceLists.stale')
              : (problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail')))}
          </p>
        )}
      </div>
    </Modal>
  )
}
