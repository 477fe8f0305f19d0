// Keeps the portal's own files on the phone, so that it opens without a network. What people see is kept by the page (src/apollo/seen.ts),
// what they file by its outbox; no answer of the API is ever kept here. `portalWorker` in portal-worker.ts puts the build's files in.
const version = '__VERSION__'
const files = __FILES__
const page = '/portal'
const prefix = 'clinch-portal-'
const current = prefix + version
// A network that hangs is none: what is kept is shown then.
const patienceMs = 3000

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(current)
    await cache.addAll([page, ...files])
    // The page that is open has this build's files already, or asks for an older one's, which stay.
    await self.skipWaiting()
  }
  event.waitUntil(fill())
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const kept = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current)
    // Pages of the build before may still be open, and ask for more of its files.
    for (const name of kept.slice(0, -1)) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    // The newest page where there is a network; any address of the portal is the same page.
    if (pathname === page || pathname.startsWith(page + '/')) event.respondWith(newestPage(request))
  } else if (files.includes(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)))
  }
})

async function newestPage(request) {
  const fetched = fetch(request)
  // Where nothing is kept, the network's answer is all there is, also if it is an error.
  const last = async () => (await kept(page)) ?? fetched
  // What stands before a server that is away answers in its place: to whoever opens a page, that is no network either.
  const newest = fetched.then((answer) => (answer.status >= 500 ? last() : answer))
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs)).then(last)
  return Promise.race([newest, late]).catch(last)
}

// This build's own first; else another's, of whose pages one may still be open.
async function kept(path) {
  const cache = await caches.open(current)
  return (await cache.match(path)) ?? caches.match(path)
}
