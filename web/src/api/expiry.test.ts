import { afterEach, describe, expect, it, vi } from 'vitest'
import { request } from './client'
import { expiry } from './expiry'

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const over = () => answer(401, { status: 401, code: 'unauthenticated' })

afterEach(() => vi.unstubAllGlobals())

describe('a session that ends while somebody works', () => {
  it('lets every request wait, and sends each once more', async () => {
    let signedIn = false
    const fetched = vi.fn(async () => (signedIn ? answer(200, { id: '1' }) : over()))
    vi.stubGlobal('fetch', fetched)
    const release = expiry.guard()
    const both = Promise.all([request('customers/1'), request('customers/1', { method: 'PATCH', body: {} })])
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
    await vi.waitFor(() => expect(expiry.over.snapshot()).toBe(true))

    signedIn = true
    expiry.end(true)

    await expect(both).resolves.toEqual([{ id: '1' }, { id: '1' }])
    expect(fetched).toHaveBeenCalledTimes(4)
    expect(expiry.over.snapshot()).toBe(false)
    release()
  })

  it('refuses them where the page is left', async () => {
    vi.stubGlobal('fetch', async () => over())
    const release = expiry.guard()
    const refused = expect(request('customers/1')).rejects.toMatchObject({ status: 401 })
    await vi.waitFor(() => expect(expiry.over.snapshot()).toBe(true))
    release()

    await refused
  })

  it('is waited for by nobody before anybody is at work, nor by signing in', async () => {
    vi.stubGlobal('fetch', async () => over())
    await expect(request('session')).rejects.toMatchObject({ status: 401 })

    const release = expiry.guard()
    await expect(request('session', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 401 })
    expect(expiry.over.snapshot()).toBe(false)
    release()
  })
})
