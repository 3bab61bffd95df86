import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePreview, useStart } from '~/api/imports'
import { asProblem } from '~/api/problem'
import { Failure, SkeletonRows } from '~/ui/states'
import { PreviewTable } from './PreviewTable'
import type { StepProps } from './step'

/** The first rows as they will be; from here everything is tried, or done. */
export function PreviewStep({ object, upload, draft, map, survey, go }: StepProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error, refetch } = usePreview(upload, map, draft.decisions)
  const start = useStart()
  // One for each time somebody gets here: who clicks twice means it once.
  const [key] = useState(() =>
    Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(''),
  )
  const [later, setLater] = useState(false)
  const begin = (dryRun: boolean) => {
    if (start.isPending) return
    const said = { upload, map, dryRun, ...(later && { automation: 'later' as const }), decisions: draft.decisions }
    start.mutate(
      { ...said, key: `${key}-${dryRun}-${later}` },
      { onSuccess: ({ id }) => void navigate({ to: '/jobs/$id', params: { id } }) },
    )
  }
  const problem = start.error ? asProblem(start.error) : undefined
  return (
    <section className="card" aria-label={t('imports.step.preview')}>
      {error ? (
        <Failure
          error={Object.assign(asProblem(error), {
            message: asProblem(error).errors[0]?.message ?? asProblem(error).message,
          })}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <div className="wizard-wait">
          <SkeletonRows rows={8} />
        </div>
      ) : (
        <PreviewTable object={object} rows={data.rows} fields={survey.fields} />
      )}
      {problem && (
        <p className="gate-problem wizard-note" role="alert">
          {problem.isOffline ? t('state.offline') : problem.message}
        </p>
      )}
      <footer className="wizard-foot">
        <Button onClick={() => go('values')}>{t('imports.back')}</Button>
        {object.rights.configure && (
          <Checkbox checked={later} onChange={({ target }) => setLater(target.checked)}>
            {t('imports.rulesLater')}
          </Checkbox>
        )}
        <span className="grow" />
        <Button disabled={!data} loading={start.isPending && start.variables?.dryRun} onClick={() => begin(true)}>
          {t('imports.dryRun')}
        </Button>
        <Button
          type="primary"
          disabled={!data}
          loading={start.isPending && !start.variables?.dryRun}
          onClick={() => begin(false)}
        >
          {t('imports.start')}
        </Button>
      </footer>
    </section>
  )
}
