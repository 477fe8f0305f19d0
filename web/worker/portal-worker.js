// Keeps the portal's own files on the phone, so that it opens without a network. What people see is kept by the page (src/apollo/kept-cache.ts),
// what they file by its outbox; no answer of the API is ever kept here. `portalWorker` in portal-worker.ts puts the build's files in.
const version = '__VERSION__'
const files = __FILES__
const page = '/portal'
const prefix = 'clinch-portal-'
const current = prefix + version

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(current).then((cache) => cache.addAll([page, ...files])))
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== current) await caches.delete(name)
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
    if (pathname === page || pathname.startsWith(page + '/')) {
      event.respondWith(fetch(request).catch(() => kept(page)))
    }
  } else if (files.includes(pathname)) {
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)))
  }
})

async function kept(path) {
  const cache = await caches.open(current)
  return cache.match(path)
}
