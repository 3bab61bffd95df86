import type { AttachedFile } from '~/api/files'
import type { FieldType } from '../field'
import { EMPTY, FILLED } from '../operator'
import { FileDisplay } from './Display'

export const file: FieldType = {
  Display: FileDisplay,
  operators: () => [{ name: 'contains', pattern: '@.contains($text)', operand: 'text' }, EMPTY, FILLED],
  width: 168,
  inCell: 'never',
  savesOnChange: true,
  toWire: (value) => ({ id: (value as AttachedFile).id }),
}
