/** PostgreSQL's own text of an instant in UTC, `2026-11-20 14:00:00.5+00`, as ISO 8601 with milliseconds. */
export function isoFromPostgres(text: string): string {
  // Most instants lie on a whole second of a year of four digits; lists are made of them.
  if (text.length === 22 && text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`
  const [day = '', rest = ''] = text.split(' ')
  const [time = '', fraction = ''] = rest.slice(0, rest.search(/[+-]/)).split('.')
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

export const dateFromPostgres = (text: string): Date => new Date(isoFromPostgres(text))
