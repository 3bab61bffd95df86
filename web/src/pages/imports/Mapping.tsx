import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { surveyOptions, type Reading } from '~/api/imports'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { ColumnsStep } from './ColumnsStep'
import { draftOf, isDraft, mapOf, useDraft } from './draft'
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
  const { t } = useTranslation()
  const [said, say] = useDraft(upload, object.name)
  const { reading } = said
  const draft = isDraft(said) ? said : undefined
  const { data: survey, error, refetch } = useQuery(surveyOptions(upload, object.name, reading))
  const onRead = (next: Reading) => say({ reading: next })
  useEffect(() => {
    if (survey && !draft) say(draftOf(survey, reading))
  }, [survey, draft, reading, say])
  if (error) {
    const problem = asProblem(error)
    const words = problem.errors[0]?.message
    return (
      <>
        <FormatBar reading={reading} onChange={onRead} />
        <Failure error={words ? Object.assign(problem, { message: words }) : problem} onRetry={() => void refetch()}>
          <Button onClick={() => go('file')}>{t('imports.otherFile')}</Button>
        </Failure>
      </>
    )
  }
  if (!survey || !draft)
    return (
      <div className="card wizard-wait">
        <SkeletonRows rows={8} />
      </div>
    )
  const map = mapOf(object.name, draft, survey)
  const shared = { survey, draft, onChange: say, onRead, upload, map, object, go }
  if (step === 'values') return <ValuesStep {...shared} />
  if (step === 'preview') return <PreviewStep {...shared} />
  return <ColumnsStep {...shared} />
}
