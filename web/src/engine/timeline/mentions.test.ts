import { describe, expect, it } from 'vitest'
import { nameInText, piecesOf, toBody, toTyped } from './mentions'

const WANG = '01900000-0000-7000-8000-00000000000a'
const WANG_TOO = '01900000-0000-7000-8000-00000000000b'

describe('People named in a text', () => {
  it('are kept by id and shown by name', () => {
    const body = toBody('@王芳 请看，@王芳芳 也看', { 王芳: WANG, 王芳芳: WANG_TOO })
    expect(body).toBe(`@[${WANG}] 请看，@[${WANG_TOO}] 也看`)
    const { typed, chosen } = toTyped(body, [
      { id: WANG, title: '王芳' },
      { id: WANG_TOO, title: '王芳芳' },
    ])
    expect(typed).toBe('@王芳 请看，@王芳芳 也看')
    expect(toBody(typed, chosen)).toBe(body)
  })

  it('are told apart where they share a name', () => {
    expect(nameInText({ 王芳: WANG }, { id: WANG_TOO, name: '王芳' })).toBe('王芳2')
    expect(nameInText({ 王芳: WANG }, { id: WANG, name: '王芳' })).toBe('王芳')
  })

  it('leave the rest of the text as it is', () => {
    expect(piecesOf(`a @[nobody] b @[${WANG}]\nc`)).toEqual([
      { text: 'a @[nobody] b ' },
      { person: WANG },
      { text: '\nc' },
    ])
    expect(toBody('me@example.com', {})).toBe('me@example.com')
  })
})
