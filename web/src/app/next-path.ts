/** Where to go after signing in: the page that was asked for, if it is one of ours; an address elsewhere is never followed. */
export function nextPath(search: URLSearchParams, fallback: string): string {
  const next = search.get('next') ?? ''
  const isOurs =
    next.startsWith('/') && new URL(next, 'http://here.invalid').host === 'here.invalid' && !next.startsWith('//')
  return isOurs ? next : fallback
}
