/** Lets the portal open without a network from the next visit on. Where that cannot be, it works as before, online. */
export function keepPortalFiles(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  // After the page: its own loading comes first.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/portal-worker.js', { scope: '/portal' }).catch(() => undefined)
  })
}
