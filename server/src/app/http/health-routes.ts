import { type Handler, sendJson } from './request.ts'

/** `/healthz`: the process answers. */
export const healthRoute: Handler = (_request, response) => {
  sendJson(response, 200, { status: 'ok' })
  return Promise.resolve()
}

/** `/readyz`: everything that a request needs answers too; while it does not, no request should be sent here. */
export function readinessRoute(checks: Readonly<Record<string, () => Promise<unknown>>>): Handler {
  return async (_request, response) => {
    const results = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) =>
          [
            name,
            await check().then(
              () => 'ok',
              () => 'unavailable',
            ),
          ] as const,
      ),
    )
    const ready = results.every(([, state]) => state === 'ok')
    sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) })
  }
}
