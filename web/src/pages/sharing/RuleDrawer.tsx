import { useState } from 'react'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useSaveRule, type SharingRule, type WantedRule } from '~/api/sharingRules'
import '~/engine/form/form.css'
import { useAskBeforeClosing } from '~/ui/useAskBeforeClosing'
import { usePhone } from '~/ui/useMedia'
import { RuleFields } from './RuleFields'

interface RuleDrawerProps {
  /** Absent for a new one. */
  rule?: SharingRule
  open: boolean
  onClose: () => void
}

const EMPTY: WantedRule = {
  object: '',
  name: '',
  condition: '',
  editing: false,
  along: true,
  active: true,
  targets: [],
}

export function RuleDrawer({ rule, open, onClose }: RuleDrawerProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const phone = usePhone()
  const save = useSaveRule()
  const [draft, setDraft] = useState<WantedRule>(rule ?? EMPTY)
  const close = useAskBeforeClosing(JSON.stringify(draft) !== JSON.stringify(rule ?? EMPTY), onClose)
  const problem = save.error ? asProblem(save.error) : undefined
  const [tried, setTried] = useState(false)
  const missing = {
    ...(!draft.name.trim() && { name: t('share.rules.missing') }),
    ...(!draft.object && { object: t('share.rules.missing') }),
    ...(draft.targets.length === 0 && { targets: t('share.rules.missing') }),
  }
  const submit = () => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    save.mutate(draft, {
      onSuccess: () => {
        onClose()
        message.success(t('share.rules.saved'))
      },
    })
  }
  return (
    <Drawer
      open={open}
      onClose={close}
      size={phone ? '100%' : 560}
      destroyOnHidden
      title={t(rule ? 'share.rules.edit' : 'share.rules.create', { name: rule?.name })}
      footer={
        <div className="form-foot">
          <span className="grow" />
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={submit}>
            {t('action.save')}
          </Button>
        </div>
      }
    >
      <form
        className="rule-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {problem && problem.errors.length === 0 && (
          <p className="field-error" role="alert">
            {problem.message || t('state.offlineDetail')}
          </p>
        )}
        <RuleFields
          draft={draft}
          problem={problem}
          errors={{ ...(problem && errorsByAttribute(problem.errors)), ...(tried && missing) }}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <button type="submit" hidden />
      </form>
    </Drawer>
  )
}
