/** Who acts, told apart from what they are called. */
export interface ReadActor {
  kind: string
  /** The person, key, link or connection; null where the label names none. */
  id: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function readActor(label: string): ReadActor {
  const [kind = '', ...rest] = label.split(':')
  const id = rest.join(':')
  return { kind, id: uuid.test(id) ? id : null }
}

/** What people are called who left no name. */
const unnamed: Readonly<Record<string, string>> = {
  user: 'Somebody who left',
  operator: 'An operator',
  portal: 'A portal link',
  api_key: 'An API key',
  webhook: 'A connection',
  job: 'Clinch',
  system: 'Clinch',
}

/** An actor as people read it in a list. `name` is what their id is called, if anybody knows. */
export function describeActor(label: string, name: string | null): string {
  const { kind } = readActor(label)
  if (kind === 'database') return `The database (${label.slice('database:'.length)})`
  const known = name ?? unnamed[kind] ?? label
  return kind === 'operator' ? `${known} (Clinch support)` : known
}
