import type { ImportMap, Reading, Survey } from '~/api/imports'
import type { ObjectType } from '~/api/types'
import type { Draft } from './draft'
import type { Step } from './Imports'

export interface StepProps {
  object: ObjectType
  upload: string
  survey: Survey
  draft: Draft
  map: ImportMap
  onChange: (draft: Draft) => void
  /** Reads the file another way, so that its columns may be others. */
  onRead: (reading: Reading) => void
  go: (to: Step) => void
}
