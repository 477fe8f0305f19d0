/** The token of a link that was sent or shown, wherever in the address it stands. */
export const tokenIn = (link: string): string => {
  const { searchParams, hash } = new URL(link)
  return searchParams.get('token') ?? hash.slice(1)
}
