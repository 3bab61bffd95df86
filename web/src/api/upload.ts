import { address, connection, isOver } from './client'
import { Problem } from './problem'

type Upload = [path: string, file: File, onProgress: (share: number) => void, signal: AbortSignal]

/** Hands a file over, once more where the session was over and somebody has signed in again. */
export async function sendFile<T>(...upload: Upload): Promise<T> {
  try {
    return await send<T>(...upload)
  } catch (error) {
    const over = error instanceof Problem && isOver(error)
    if (over && (await connection.onExpired())) return send<T>(...upload)
    throw error
  }
}

/** `fetch` does not tell how far it is. */
function send<T>(...[path, file, onProgress, signal]: Upload): Promise<T> {
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
    if (signal.aborted) {
      reject(Problem.unreachable())
      return
    }
    signal.addEventListener('abort', () => exchange.abort())
    const form = new FormData()
    form.set('file', file)
    exchange.send(form)
  })
}
