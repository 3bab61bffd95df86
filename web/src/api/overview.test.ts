import { afterEach, describe, expect, it, vi } from 'vitest'
import { partOf } from './overview'

describe('What stands beside a record', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('comes in one answer where it is asked for at the same moment, for each record', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address)
      return new Response(JSON.stringify({ followers: address, shares: address, owners: address }), {
        headers: { 'content-type': 'application/json' },
      })
    })
    const one = '/api/v1/deals/1/overview?parts=followers%2Cshares'

    const [followers, shares, owners] = await Promise.all([
      partOf('deals', '1', 'followers'),
      partOf('deals', '1', 'shares'),
      partOf('deals', '2', 'owners'),
    ])
    expect([followers, shares]).toEqual([one, one])
    expect(owners).toBe('/api/v1/deals/2/overview?parts=owners')

    await expect(partOf('deals', '3', 'files')).rejects.toMatchObject({ status: 404 })
    await partOf('deals', '1', 'shares')
    expect(asked.slice(3)).toEqual(['/api/v1/deals/1/overview?parts=shares'])
  })
})
