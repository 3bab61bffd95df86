import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'

/** Everything that is wrong with a template, place by place. */
export function Complaints({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const messages = problem.errors.map(({ message }) => message)
  return (
    <div className="template-complaints" role="alert">
      {messages.length > 1 && <p>{t('templates.complaints')}</p>}
      <ul>
        {(messages.length > 0 ? messages : [problem.message || t('state.failed')]).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
