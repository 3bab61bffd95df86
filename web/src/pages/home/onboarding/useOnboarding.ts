import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { onboardingOptions, useSayOnboarding, type OnboardingStep, type StepState } from '~/api/onboarding'
import { asProblem } from '~/api/problem'
import { useLooking, useSession } from '~/api/session'
import { useUndoOffer } from '~/engine/shared/useUndoOffer'
import { lookOf } from './ways'

/** This browser remembers who needs the list no more, so that it does not ask each time. The server is who knows. */
const overFor = (person: string): string => `keyuan.onboarding.${person}`

/** What the reader has to do first, as long as there is anything. */
export function useOnboarding() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  const { user } = useSession()
  // Whoever looks with another's eyes is not beginning anything.
  const looking = useLooking()
  const [over, setOver] = useState(() => localStorage.getItem(overFor(user.id)) !== null)
  const asks = !over && !looking
  const { data, isLoading } = useQuery({ ...onboardingOptions, enabled: asks })
  const say = useSayOnboarding()
  const steps = (data?.items ?? []).filter(({ step }) => lookOf(step))
  const finished = steps.length > 0 && steps.every(({ state }) => state !== 'open')

  const refused = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))
  const dismiss = (dismissed: boolean) => say.mutate({ dismissed }, { onError: refused })
  useEffect(() => {
    if (data?.dismissed === undefined) return
    if (data.dismissed) localStorage.setItem(overFor(user.id), 'over')
    else localStorage.removeItem(overFor(user.id))
    setOver(data.dismissed)
  }, [data?.dismissed, user.id])

  const end = useRef(() => {})
  end.current = () => {
    dismiss(true)
    void message.success(t('onboarding.finished'))
  }
  useEffect(() => {
    if (finished && asks) end.current()
  }, [finished, asks])
  return {
    steps: asks && !finished ? steps : ([] as OnboardingStep[]),
    /** Whether it is not known yet if there is a list. */
    isAwaited: asks && isLoading,
    setState: (step: string, state: StepState) => say.mutate({ steps: { [step]: state } }, { onError: refused }),
    dismiss: () => {
      dismiss(true)
      offer(t('onboarding.dismissed'), () => dismiss(false))
    },
  }
}

export type Beginning = ReturnType<typeof useOnboarding>
