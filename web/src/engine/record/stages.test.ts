import { describe, expect, it } from 'vitest'
import { STAGE } from '~/testing/attributes'
import { stageStates } from './stages'

const CHOICES = STAGE.choices ?? []

describe('The path of stages', () => {
  it('has done what lies before the present stage', () => {
    expect(stageStates(CHOICES, 'talks')).toEqual(['done', 'now', 'ahead', 'ahead'])
  })

  it('has done nothing when the record is lost', () => {
    expect(stageStates(CHOICES, 'lost')).toEqual(['ahead', 'ahead', 'ahead', 'lost'])
  })

  it('never counts losing as a step that was done', () => {
    const [open, talks, won, lost] = CHOICES
    if (!open || !talks || !won || !lost) throw new Error('The test needs four stages')
    expect(stageStates([open, lost, won], 'won')).toEqual(['done', 'ahead', 'now'])
  })

  it('is nowhere when the stage is unknown', () => {
    expect(stageStates(CHOICES, null)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  })
})
