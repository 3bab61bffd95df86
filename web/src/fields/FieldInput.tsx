import { Suspense } from 'react'
import { later } from '~/ui/later'
import type { InputProps } from './field'

const TypedInput = later(async () => (await import('./inputs')).TypedInput)

/** The input of an attribute, by its type. Inputs load apart from displays, because most pages are read far more than written. */
export const FieldInput = (props: InputProps) => (
  <Suspense fallback={<div className="input-place" />}>
    <TypedInput {...props} />
  </Suspense>
)
