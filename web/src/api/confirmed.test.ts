import { afterEach, describe, expect, it, vi } from 'vitest'
import { confirmed, connection } from './client'
import { Problem } from './problem'

const nobody = connection.confirm
const tooLongAgo = () => Promise.reject(new Problem(403, { code: 'confirmation-required' }))

afterEach(() => {
  connection.confirm = nobody
})

describe('what needs the password once more', () => {
  it('asks for it and tries again', async () => {
    connection.confirm = vi.fn(async () => true)
    const action = vi.fn<() => Promise<string>>().mockImplementationOnce(tooLongAgo).mockResolvedValueOnce('done')

    await expect(confirmed(action)).resolves.toBe('done')
    expect(action).toHaveBeenCalledTimes(2)
  })

  it('stays refused where it is not given, and where nobody can ask', async () => {
    const action = vi.fn(tooLongAgo)

    await expect(confirmed(action)).rejects.toMatchObject({ code: 'confirmation-required' })
    expect(action).toHaveBeenCalledTimes(1)
  })

  it('asks for nothing else', async () => {
    connection.confirm = vi.fn(async () => true)

    await expect(confirmed(() => Promise.reject(new Problem(403, { code: 'may-only-see-edit' })))).rejects.toThrow()
    expect(connection.confirm).not.toHaveBeenCalled()
  })
})
