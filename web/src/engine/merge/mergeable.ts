import type { ObjectType } from '~/api/types'

/** Beside the one that stays. */
export const MOST_MERGED = 20

/** Whether somebody may make one record of several of these. */
export const mayMerge = ({ capabilities, rights }: ObjectType): boolean =>
  capabilities.includes('mergeable') && rights.edit && rights.delete
