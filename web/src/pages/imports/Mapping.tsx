import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { surveyOptions } from '~/api/imports'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { ColumnsStep } from './ColumnsStep'
import { draftOf, mapOf, useDraft } from './draft'
import { FormatBar } from './FormatBar'
import { PreviewStep } from './PreviewStep'
import { ValuesStep } from './ValuesStep'
import type { Step } from './Imports'

/** Says which column is what, and shows what comes of it. */
export function Mapping({
  object,
  upload,
  step,
  go,
}: {
  object: ObjectType
  upload: string
  step: Step
  go: (to: Step) => void
}) {
  const [draft, setDraft] = useDraft(upload, object.name)
  const reading = draft?.reading ?? {}
  const { data: survey, error, refetch } = useQuery(surveyOptions(upload, object.name, reading))
  useEffect(() => {
    if (survey && !draft) setDraft(draftOf(survey, {}))
  }, [survey, draft, setDraft])
  if (error) {
    const problem = asProblem(error)
    const words = problem.errors[0]?.message
    return (
      <>
        {draft && (
          <FormatBar reading={reading} onChange={(next) => setDraft({ ...draft, reading: next, columns: {} })} />
        )}
        <Failure error={words ? Object.assign(problem, { message: words }) : problem} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!survey || !draft)
    return (
      <div className="card wizard-wait">
        <SkeletonRows rows={8} />
      </div>
    )
  const shared = { survey, draft, onChange: setDraft, upload, map: mapOf(object.name, draft), object, go }
  if (step === 'values') return <ValuesStep {...shared} />
  if (step === 'preview') return <PreviewStep {...shared} />
  return <ColumnsStep {...shared} />
}
