import { afterEach, describe, expect, it, vi } from 'vitest'
import { connection } from './client'
import { sendFile } from './upload'

const { onExpired } = connection

afterEach(() => {
  vi.unstubAllGlobals()
  connection.onExpired = onExpired
})

/** What is sent is answered at once, with the next of these. */
function answering(...answers: { status: number; response: unknown }[]) {
  const sent: unknown[] = []
  class Exchange {
    status = 0
    response: unknown
    upload = {}
    onload = () => {}
    open() {}
    setRequestHeader() {}
    send(form: FormData) {
      sent.push(form.get('file'))
      Object.assign(this, answers.shift())
      this.onload()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Exchange)
  return sent
}

const over = { status: 401, response: { status: 401, code: 'unauthenticated' } }
const file = new File(['the licence'], 'licence.txt')
const sending = () => sendFile('files', file, () => {}, new AbortController().signal)

describe('a file that is sent', () => {
  it('is sent once more when somebody has signed in again', async () => {
    const sent = answering(over, { status: 201, response: { id: '1' } })
    connection.onExpired = async () => true

    await expect(sending()).resolves.toEqual({ id: '1' })
    expect(sent).toHaveLength(2)
  })

  it('is refused where nobody does', async () => {
    const sent = answering(over)
    connection.onExpired = async () => false

    await expect(sending()).rejects.toMatchObject({ status: 401 })
    expect(sent).toHaveLength(1)
  })
})
