/** The wanted page alone, to take along to another page of signing in; nothing if there is none. */
export const nextSearch = (search: URLSearchParams): string => {
  const next = search.get('next')
  return next === null ? '' : new URLSearchParams({ next }).toString()
}
