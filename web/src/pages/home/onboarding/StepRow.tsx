import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { StepState } from '~/api/onboarding'
import type { ObjectType } from '~/api/types'
import { useForms } from '~/engine/form/Forms'
import { lookOf, type Way } from './ways'

/** What is told of a timeline has most likely just happened. */
const happeningNow = (object: ObjectType | undefined) =>
  object?.entry ? { [object.entry.at]: new Date().toISOString() } : undefined

interface StepRowProps {
  step: string
  state: StepState
  /** The first that is still to be done stands out. */
  isNext: boolean
  onOpen: (what: 'phone' | 'keys') => void
  onState: (state: StepState) => void
}

/** One thing to do: what it is for, the ways to it, and how it stands. */
export function StepRow({ step, state, isNext, onOpen, onState }: StepRowProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const forms = useForms()
  const catalog = useCatalog()
  const look = lookOf(step)
  if (!look) return null
  const title = t(`onboarding.steps.${step}.title`)
  const go = (way: Way) => {
    if ('to' in way) void navigate({ to: way.to, search: way.search })
    else if ('creates' in way) forms.create(way.creates, happeningNow(catalog.object(way.creates)))
    else onOpen(way.opens)
  }
  const Icon = state === 'done' ? Check : state === 'skipped' ? Minus : look.icon
  return (
    <li className={state}>
      <span className="mark">
        <Icon size={16} aria-hidden />
      </span>
      <div className="grow">
        <b>{title}</b>
        {state === 'open' ? (
          <p className="sub">{t(`onboarding.steps.${step}.why`)}</p>
        ) : (
          <p className="sub">{t(`onboarding.${state}`)}</p>
        )}
      </div>
      {state === 'open' && (
        <div className="ways">
          {look.ways.map((way, index) => (
            <Button
              key={way.words}
              size="small"
              type={isNext && index === 0 ? 'primary' : 'default'}
              onClick={() => go(way)}
            >
              {t(`onboarding.steps.${step}.${way.words}`)}
            </Button>
          ))}
          <Button
            size="small"
            type="text"
            aria-label={t('onboarding.skipOne', { title })}
            onClick={() => onState('skipped')}
          >
            {t('onboarding.skip')}
          </Button>
        </div>
      )}
      {state === 'skipped' && (
        <Button
          size="small"
          type="text"
          aria-label={t('onboarding.takeUpOne', { title })}
          onClick={() => onState('open')}
        >
          {t('onboarding.takeUp')}
        </Button>
      )}
    </li>
  )
}
