/** Ids are an organization's own: in another one they name nothing. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export interface Place {
  pathname: string
  search: string
}

/**
 * Where somebody stands when they go over to another organization: on the same page with the same period, filters and order, without
 * the records of the one that they leave. A record's own page gives way to its list.
 */
export function samePlace({ pathname, search }: Place): Place {
  const steps = pathname.split('/')
  const record = steps.findIndex(isId)
  const kept = new URLSearchParams([...new URLSearchParams(search)].filter(([, value]) => !isId(value))).toString()
  if (record === -1) return { pathname, search: kept }
  return { pathname: steps.slice(0, record).join('/') || '/', search: '' }
}
