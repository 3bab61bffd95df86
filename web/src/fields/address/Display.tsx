import type { Address } from '~/api/types'
import type { DisplayProps } from '../field'

export function AddressDisplay({ value }: DisplayProps) {
  const text = (value as Address).text ?? ''
  return <span title={text}>{text}</span>
}
