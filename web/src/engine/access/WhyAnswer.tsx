import { Check, CircleDashed, EyeOff, Lock, Pencil, X, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AccessAnswer, Verdict } from '~/api/access'

const MARKS: Record<Verdict, LucideIcon> = { yes: Check, no: X, missed: CircleDashed }
const LOCKS: Record<AccessAnswer['attributes'][number]['right'], LucideIcon> = {
  hidden: EyeOff,
  masked: Lock,
  read: Pencil,
}

function Steps({ steps }: Pick<AccessAnswer, 'steps'>) {
  const { t } = useTranslation()
  return (
    <ol className="why-steps" aria-label={t('why.steps')}>
      {steps.map(({ verdict, text }, index) => {
        const Mark = MARKS[verdict] ?? CircleDashed
        return (
          <li key={index} className={verdict}>
            <i className="why-mark" role="img" aria-label={t(`why.verdict.${verdict}`)}>
              <Mark size={14} aria-hidden />
            </i>
            <span>{text}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** More than these would hide what is hidden or masked. */
const READ_AT_ONCE = 5

function AttributeList({ attributes }: Pick<AccessAnswer, 'attributes'>) {
  const { t } = useTranslation()
  return (
    <ul>
      {attributes.map(({ attribute, label, right, text }) => {
        const Icon = LOCKS[right] ?? Lock
        return (
          <li key={attribute}>
            <Icon size={14} aria-hidden />
            <span className="grow">
              {label}
              {text && <span className="sub"> {text}</span>}
            </span>
            <span className="pill">{t(`rights.attribute.${right}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Attributes({ attributes }: Pick<AccessAnswer, 'attributes'>) {
  const { t } = useTranslation()
  const readable = attributes.filter(({ right }) => right === 'read')
  const folded = readable.length > READ_AT_ONCE ? readable : []
  const shown = folded.length > 0 ? attributes.filter(({ right }) => right !== 'read') : attributes
  return (
    <section className="why-attributes" aria-label={t('why.attributes')}>
      <h3>{t('why.attributes')}</h3>
      <AttributeList attributes={shown} />
      {folded.length > 0 && (
        <details>
          <summary>{t('why.readOnly', { count: folded.length })}</summary>
          <AttributeList attributes={folded} />
        </details>
      )}
    </section>
  )
}

/** The answer first, then what led to it, step by step. */
export function WhyAnswer({ answer, own }: { answer: AccessAnswer; own: boolean }) {
  const { t } = useTranslation()
  const { allowed, right, user, steps, attributes } = answer
  const Mark = allowed ? Check : X
  return (
    <>
      <p className={allowed ? 'why-answer yes' : 'why-answer no'} role="status">
        <Mark size={16} aria-hidden />
        {t(own ? (allowed ? 'why.youMay' : 'why.youMayNot') : allowed ? 'why.may' : 'why.mayNot', {
          name: user.title,
          what: t(`why.verb.${right}`),
        })}
      </p>
      <Steps steps={steps} />
      {attributes.length > 0 && <Attributes attributes={attributes} />}
    </>
  )
}
