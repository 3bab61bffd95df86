import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { FieldError } from './problem'

/** What becomes of one thing that is set up. */
export interface ConfigurationChange {
  part: string
  /** What it is called in files. */
  key: string
  change: 'added' | 'changed' | 'removed' | 'kept' | 'refused'
  differences: { path: string; here: unknown; there: unknown }[]
  /** Why it cannot be so. */
  errors: FieldError[]
}

export interface ConfigurationOutcome {
  /** Of what was there when it was looked at. */
  state: string
  items: ConfigurationChange[]
}

export interface ConfigurationInput {
  file: string
  /** Whether what the file does not have goes, of the parts that are in it. */
  remove: boolean
  state?: string
}

/** Where the file is, for a link. */
export const CONFIGURATION_FILE = '/api/v1/configuration'

export const usePreviewConfiguration = () =>
  useMutation({
    mutationFn: (body: ConfigurationInput) =>
      request<ConfigurationOutcome>('configuration/preview', { method: 'POST', body }),
  })

/** Anything on any screen may be another afterwards. */
export function useApplyConfiguration() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConfigurationInput) =>
      request<ConfigurationOutcome>('configuration/apply', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries(),
  })
}
