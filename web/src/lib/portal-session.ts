/** What became of a link: it is open now, it is not good any more, it was tried too often, or no answer came. */
export type Opening = 'opened' | 'refused' | 'too-many' | 'unreachable'

/** Exchanges the token of a link for a session, which the server keeps in a cookie that no script reads. */
export async function openPortal(token: string): Promise<Opening> {
  const response = await post('/portal/session', { token })
  if (response === null) return 'unreachable'
  if (response.ok) return 'opened'
  if (response.status === 429) return 'too-many'
  return response.status < 500 ? 'refused' : 'unreachable'
}

/** Signs this browser out of the portal. The link that it came by stays as good as it was. */
export async function leavePortal(): Promise<boolean> {
  const response = await post('/portal/session/end', {})
  return response?.ok ?? false
}

async function post(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    // Offline, refused or cut off: the page says so, and lets it be tried again.
    return null
  }
}
