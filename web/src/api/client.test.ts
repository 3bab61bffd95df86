import { afterEach, expect, it, vi } from 'vitest'
import { request } from './client'

afterEach(() => vi.unstubAllGlobals())

/** Answers each request when told to. */
function server() {
  const answers: ((body: unknown) => void)[] = []
  const fetched = vi.fn(
    () =>
      new Promise<Response>((resolve) =>
        answers.push((body) => resolve(new Response(JSON.stringify(body), { status: 200 }))),
      ),
  )
  vi.stubGlobal('fetch', fetched)
  return { fetched, answers }
}

it('sends a write once that is asked for again before it is answered', async () => {
  const { fetched, answers } = server()
  const twice = [1, 2].map(() => request('customers', { method: 'POST', body: { name: '远航' } }))
  const other = request('customers', { method: 'POST', body: { name: '云帆' } })
  const back = request('customers', { method: 'POST', body: { name: '远航' } })
  expect(fetched).toHaveBeenCalledTimes(3)
  answers.forEach((answer, place) => answer({ id: place }))
  expect(await Promise.all([...twice, other, back])).toEqual([{ id: 0 }, { id: 0 }, { id: 1 }, { id: 2 }])

  const later = request('customers', { method: 'POST', body: { name: '远航' } })
  expect(fetched).toHaveBeenCalledTimes(4)
  answers[3]?.({ id: 3 })
  expect(await later).toEqual({ id: 3 })
})

it('asks anew what may be given up', () => {
  const { fetched } = server()
  const ask = () =>
    void request('customers/duplicates', { method: 'POST', body: {}, signal: new AbortController().signal })
  ask()
  ask()
  expect(fetched).toHaveBeenCalledTimes(2)
})
