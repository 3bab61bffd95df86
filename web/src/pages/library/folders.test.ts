import { describe, expect, it } from 'vitest'
import type { RecordData } from '~/api/types'
import { nested } from './folders'

const folder = (id: string, parent?: string): RecordData => ({ id, version: 1, parent: parent ? { id: parent } : null })

describe('Folders', () => {
  it('lie in one another', () => {
    const tree = nested([folder('a'), folder('b', 'a'), folder('c', 'b'), folder('d')])
    expect(tree.map(({ row }) => row.id)).toEqual(['a', 'd'])
    expect(tree[0]?.children[0]?.children[0]?.row.id).toBe('c')
  })

  it('stand at the top where the outer one is not for the reader', () => {
    expect(nested([folder('b', 'unseen')]).map(({ row }) => row.id)).toEqual(['b'])
  })
})
