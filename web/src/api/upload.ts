import { address, connection } from './client'
import { Problem } from './problem'

/** Hands a file over; `fetch` does not tell how far it is. */
export function sendFile<T>(
  path: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest()
    exchange.open('POST', address(path))
    exchange.responseType = 'json'
    exchange.setRequestHeader('Accept-Language', connection.language)
    exchange.setRequestHeader('X-CSRF-Token', connection.csrfToken)
    exchange.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    exchange.onerror = () => reject(Problem.unreachable())
    exchange.onabort = () => reject(Problem.unreachable())
    exchange.onload = () =>
      exchange.status < 300
        ? resolve(exchange.response as T)
        : reject(new Problem(exchange.status, (exchange.response ?? {}) as Record<string, unknown>))
    signal.addEventListener('abort', () => exchange.abort())
    const form = new FormData()
    form.set('file', file)
    exchange.send(form)
  })
}
