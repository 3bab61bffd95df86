import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldError } from '~/api/problem'
import { Part } from './Part'

interface ConditionPartProps {
  value: string
  /** The server's objection, whose first argument is the place of it, from 1. */
  error: FieldError | undefined
  /** The text it objected to. */
  refused: string | null | undefined
  onChange: (value: string) => void
}

/** When the rule holds; an error is marked at its place. */
export function ConditionPart({ value, error, refused, onChange }: ConditionPartProps) {
  const { t } = useTranslation()
  const place = error?.args?.[0]
  const at = typeof place === 'number' && refused === value.trim() ? place - 1 : undefined
  const text = value.trim()
  return (
    <Part
      id="rule-condition"
      label={t('assignRules.condition')}
      help={t('assignRules.conditionHint')}
      error={error?.message}
    >
      <Input.TextArea
        id="rule-condition"
        className="code"
        autoSize={{ minRows: 1, maxRows: 6 }}
        spellCheck={false}
        value={value}
        status={error ? 'error' : undefined}
        aria-invalid={Boolean(error)}
        onChange={(event) => onChange(event.target.value)}
      />
      {at !== undefined && (
        <code className="rule-mistake" title={t('assignRules.position', { position: at + 1 })}>
          <span>{text.slice(0, at)}</span>
          <mark>{text.slice(at, at + 1) || '␣'}</mark>
          <span>{text.slice(at + 1)}</span>
        </code>
      )}
    </Part>
  )
}
