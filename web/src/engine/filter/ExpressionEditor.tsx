import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Problem } from '~/api/problem'

interface ExpressionEditorProps {
  initial: string
  /** The server's objection to the filter now in use. */
  problem?: Problem
  onDone: (expression: string) => void
}

/** Where in the expression the server stumbled, if it says so: a zero-based offset. */
export function positionOf(problem: Problem): number | undefined {
  const place = problem.errors.find(({ path }) => path === 'filter' || path === 'condition')?.args?.[0]
  // People count characters from one, and so do the server's words.
  return typeof place === 'number' ? place - 1 : undefined
}

/** The expression itself, for those who read it; an error is marked at its place. */
export function ExpressionEditor({ initial, problem, onDone }: ExpressionEditorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(initial)
  const position = problem && positionOf(problem)
  const message = problem && (problem.errors[0]?.message || problem.message)
  return (
    <form
      className="expression-editor"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(text.trim())
      }}
    >
      <label htmlFor="expression">{t('filter.expression')}</label>
      <Input.TextArea
        id="expression"
        className="code"
        autoSize={{ minRows: 3, maxRows: 8 }}
        spellCheck={false}
        value={text}
        status={problem ? 'error' : undefined}
        aria-invalid={Boolean(problem)}
        aria-describedby="expression-note"
        placeholder="stage in ['won', 'lost'] && amount >= 10000"
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) onDone(text.trim())
        }}
      />
      <div id="expression-note" className="note" role={problem ? 'alert' : undefined}>
        {message ?? t('filter.expressionHelp')}
        {position !== undefined && text === initial && (
          <code>
            <span>{text.slice(0, position)}</span>
            <mark>{text.slice(position, position + 1) || '␣'}</mark>
            <span>{text.slice(position + 1)}</span>
          </code>
        )}
      </div>
      <Button type="primary" htmlType="submit">
        {t('action.apply')}
      </Button>
    </form>
  )
}
