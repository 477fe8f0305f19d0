/**
 * The token of the link that this page was opened by: what stands after the `#` of its address, which is sent to no server. It is taken
 * out of the address at once, so that it is neither seen, nor copied, nor kept by the browser's history. Empty if there is none.
 */
export function takeLinkToken({ location, history }: Pick<Window, 'location' | 'history'>): string {
  const token = location.hash.slice(1)
  if (token !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
