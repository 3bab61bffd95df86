// Keeps the console itself, so that it opens without a connection. What it shows comes from the server, never from here.
const PAGE = 'keyuan-page'
const PARTS = 'keyuan-parts'
const MOST_PARTS = 400

addEventListener('install', (event) => {
  skipWaiting()
  event.waitUntil(caches.open(PAGE).then((cache) => cache.add('/')))
})

addEventListener('activate', (event) => {
  const ours = new Set([PAGE, PARTS])
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => !ours.has(name)).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  )
})

/** Parts of older consoles are forgotten, the oldest first. */
async function keep(request, answer) {
  const cache = await caches.open(PARTS)
  await cache.put(request, answer)
  const kept = await cache.keys()
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_PARTS)).map((old) => cache.delete(old)))
}

/** A part carries the hash of its content in its name, so one that is kept is right. */
async function part(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await keep(request, answer.clone())
  return answer
}

/** The page as it is now; as it was last, where the server cannot be reached. */
async function page(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(PAGE)).put('/', answer.clone())
    return answer
  } catch (unreachable) {
    const kept = await caches.match('/')
    if (kept) return kept
    throw unreachable
  }
}

const NOT_OURS = /^\/(api|health|metrics|problems|guide|sign-in\/oidc)(\/|$)/

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || NOT_OURS.test(pathname)) return
  if (pathname.startsWith('/assets/')) event.respondWith(part(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})
