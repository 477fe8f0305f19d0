const here = 'http://here.invalid'

/** Whether browsers drop the character, or take it for another, when they read an address: it then leads elsewhere than it seems to. */
const isTreacherous = (character: string): boolean => character < ' ' || character === '\u007f' || character === '\\'

/** Whether a path leads to a page of ours, also once its dots are resolved. */
const isOurs = (path: string): boolean => {
  if (!path.startsWith('/') || Array.from(path).some(isTreacherous) || !URL.canParse(path, here)) return false
  const { origin, pathname } = new URL(path, here)
  return origin === here && !pathname.startsWith('//')
}

/** What is left of a path when its escapes are undone; the same text if they are none. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where to go after signing in: the page that was asked for, if it is one of ours; an address elsewhere is never followed. */
export function nextPath(search: URLSearchParams, fallback: string): string {
  const next = search.get('next') ?? ''
  const [path = ''] = next.split(/[?#]/, 1)
  return isOurs(next) && isOurs(decoded(path)) && isOurs(decoded(decoded(path))) ? next : fallback
}
