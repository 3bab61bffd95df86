import { lazy, Suspense } from 'react'
import type { InputProps } from './field'

const load = () => import('./inputs')
const TypedInput = lazy(async () => ({ default: (await load()).TypedInput }))

/** Fetches the inputs ahead, so that the first edit does not wait for them. */
export const preloadInputs = (): void => void load()

/** The input of an attribute, by its type. Inputs load apart from displays, because most pages are read far more than written. */
export const FieldInput = (props: InputProps) => (
  <Suspense fallback={<div className="input-place" />}>
    <TypedInput {...props} />
  </Suspense>
)
