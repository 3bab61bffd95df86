import type { DisplayProps } from './field'
import { Masked } from './Masked'
import { fieldType, isEmpty } from './registry'

/** A value by its type, or the mark of an absent one. */
export function Value({ attribute, value, dense, linkless, of }: DisplayProps) {
  if (isEmpty(value))
    return (
      <span className="absent" aria-hidden>
        —
      </span>
    )
  if (attribute.masked) return <Masked value={value} />
  const { Display } = fieldType(attribute)
  return <Display attribute={attribute} value={value} dense={dense} linkless={linkless} of={of} />
}
