import { describe, expect, it } from 'vitest'
import { kindOf } from './kinds'

describe('The kind of a file', () => {
  it.each([
    ['image/png', 'plum'],
    ['application/pdf', 'cinnabar'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'jade'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'indigo'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'ochre'],
    ['application/zip', 'slate'],
    ['application/octet-stream', 'slate'],
  ])('%s is %s', (type, color) => expect(kindOf(type).color).toBe(color))
})
