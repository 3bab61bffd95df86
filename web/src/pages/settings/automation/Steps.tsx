import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Step } from '~/api/automation'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { PastValue } from '~/engine/record/ChangeWords'
import { useAutomationWords } from './useAutomationWords'

/** What became of the actions for a record, or would become of them. */
export function Steps({ object, steps }: { object: ObjectType; steps: readonly Step[] }) {
  return (
    <ol className="automation-steps">
      {steps.map((step, index) => (
        <StepWords key={index} object={object} step={step} />
      ))}
    </ol>
  )
}

function StepWords({ object, step }: { object: ObjectType; step: Step }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { became } = useAutomationWords()
  const of = step.object ?? object.name
  if (!step.done)
    return (
      <li>
        {step.kind && `${t(`automation.action.${step.kind}`)}: `}
        {step.errors.map(({ path, message }, index) => (
          <span key={index} className="automation-failed">
            {catalog.attribute(of, path)?.label} {message}{' '}
          </span>
        ))}
      </li>
    )
  const values = Object.entries(step.values ?? {}).flatMap(([name, value]) => {
    const attribute = catalog.attribute(of, name)
    return attribute ? [{ attribute, value }] : []
  })
  return (
    <li>
      {step.record && step.object ? (
        <Link to="/$object/$id" params={{ object: step.object, id: step.record }}>
          {became(object.name, step)}
        </Link>
      ) : (
        became(object.name, step)
      )}
      {step.text && <q>{step.text}</q>}
      {values.length > 0 && (
        <dl>
          {values.map(({ attribute, value }) => (
            <div key={attribute.name}>
              <dt>{attribute.label}</dt>
              <dd>
                <PastValue attribute={attribute} value={value} linkless />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
