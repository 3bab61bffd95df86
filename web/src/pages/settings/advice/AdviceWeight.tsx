import { useState } from 'react'
import { InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaveAdviceRule, type AdviceRule } from '~/api/adviceRules'
import { asProblem } from '~/api/problem'
import { GREATEST_WEIGHT } from './draft'

interface AdviceWeightProps {
  rule: AdviceRule
  onClose: () => void
}

/** How much a rule weighs that is shipped: what it says is not the company's. */
export function AdviceWeight({ rule, onClose }: AdviceWeightProps) {
  const { t } = useTranslation()
  const save = useSaveAdviceRule(rule)
  const [weight, setWeight] = useState<number | null>(rule.weight)
  const problem = save.error ? asProblem(save.error) : undefined
  const submit = () => {
    if (!save.isPending) save.mutate({ active: rule.active, weight: weight ?? rule.weight }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={rule.reason}
      okText={t('action.save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="advice-weight">{t('adviceRules.weight')}</label>
        <InputNumber
          id="advice-weight"
          autoFocus
          min={1}
          max={GREATEST_WEIGHT}
          precision={0}
          value={weight}
          onChange={setWeight}
        />
        <p className="sub">{t('adviceRules.weightHint')}</p>
        <p className="sub">{t('adviceRules.shippedHint')}</p>
        {problem && (
          <p className="field-error" role="alert">
            {problem.status === 412
              ? t('adviceRules.staleDraft')
              : (problem.errors[0]?.message ?? (problem.message || t('state.offlineDetail')))}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
