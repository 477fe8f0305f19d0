import type { Plugin } from 'vite'

/** In development the paths of the portal are answered with its own page, as the server does with what is built. */
export function servePortal(): Plugin {
  return {
    name: 'serve-portal',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? ''
        if (request.method === 'GET' && /^\/portal(\/|$)/.test(path)) request.url = '/portal.html'
        next()
      })
    },
  }
}
