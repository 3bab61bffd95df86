import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

export type StepState = 'open' | 'done' | 'skipped'

export interface OnboardingStep {
  step: string
  state: StepState
}

export interface Onboarding {
  /** Whether the reader does without the list; it has no items then. */
  dismissed: boolean
  items: OnboardingStep[]
}

/** What is done shows in records, so it is asked again with them, and whenever somebody comes back to it. */
export const onboardingOptions = queryOptions({
  queryKey: ['records', 'onboarding', 'steps'],
  queryFn: ({ signal }) => request<Onboarding>('onboarding', { signal }),
  staleTime: 0,
})

/** Says of steps what no data tells, or does without the whole list. */
export function useSayOnboarding() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { dismissed?: boolean; steps?: Record<string, StepState> }) =>
      request<Onboarding>('onboarding', { method: 'PATCH', body }),
    onSuccess: (answer) => client.setQueryData(onboardingOptions.queryKey, answer),
  })
}
