import type postgres from 'postgres'

type Convert = (value: unknown) => unknown
type Types = Pick<postgres.ParsedOptions<{ bigint: bigint }>, 'parsers' | 'serializers'>

/** Instants, days and exact decimals: they stay PostgreSQL's own text, so no Date is made that only becomes text again. */
const asText = { timestamptz: 1184, date: 1082, time: 1083, timestamp: 1114, interval: 1186, numeric: 1700 }
const json = { json: 114, jsonb: 3802 }
const bytea = 17

/** PostgreSQL's own types that arrays are made of, and the types of those arrays: their numbers never change. */
const arrays: readonly (readonly [element: number, array: number])[] = [
  [16, 1000], // bool
  [bytea, 1001],
  [20, 1016], // bigint
  [21, 1005], // smallint
  [23, 1007], // int
  [25, 1009], // text
  [1043, 1015], // varchar
  [700, 1021], // real
  [701, 1022], // double precision
  [2950, 2951], // uuid
  [asText.timestamptz, 1185],
  [asText.date, 1182],
  [asText.time, 1183],
  [asText.timestamp, 1115],
  [asText.interval, 1187],
  [asText.numeric, 1231],
  [json.json, 199],
  [json.jsonb, 3807],
]

/** Most that one statement can take. */
const parametersAtMost = 65_533

/**
 * Teaches a client how values travel. Its own way of learning array types asks the server on each new connection, and if that
 * breaks nobody hears of it but the process. None of these serializers can throw: see `refuseUnsendable`.
 */
export function setWireTypes({ parsers, serializers }: Types): void {
  const same: Convert = (value) => value
  for (const type of Object.values(asText)) {
    parsers[type] = same
    serializers[type] = String
  }
  // Json parameters arrive as text already.
  for (const type of Object.values(json)) serializers[type] = String
  serializers[bytea] = (value) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(value))
  for (const [element, array] of arrays) {
    const parse: Convert = parsers[element] ?? same
    const serialize: Convert = serializers[element] ?? String
    parsers[array] = (text: string) => parseArray(text, parse)
    serializers[array] = (value: unknown) => (Array.isArray(value) ? writeArray(value, serialize) : String(value))
  }
}

/** An array as PostgreSQL writes it: `{a,"b c",NULL,{…}}`. */
function parseArray(text: string, parse: Convert): unknown[] {
  let at = text.indexOf('{')
  const quoted = () => {
    let item = ''
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1
      item += text[at] ?? ''
    }
    at += 1
    return parse(item)
  }
  const bare = () => {
    const start = at
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1
    const item = text.slice(start, at)
    return item === 'NULL' ? null : parse(item)
  }
  const list = (): unknown[] => {
    const items: unknown[] = []
    for (at += 1; at < text.length && text[at] !== '}';) {
      if (text[at] === ',') at += 1
      else items.push(text[at] === '{' ? list() : text[at] === '"' ? quoted() : bare())
    }
    at += 1
    return items
  }
  return list()
}

function writeArray(values: readonly unknown[], serialize: Convert): string {
  const items = values.map((value) => {
    if (value === null) return 'NULL'
    if (Array.isArray(value)) return writeArray(value, serialize)
    return `"${String(serialize(value)).replace(/[\\"]/g, '\\$&')}"`
  })
  return `{${items.join(',')}}`
}

/**
 * The client would fail on such a parameter only while sending, with other statements under way: then one of those is blamed, and
 * answers reach the wrong statement.
 */
export function refuseUnsendable(text: string, parameters: readonly unknown[]): void {
  const refuse = (what: string) => new TypeError(`${what} in: ${text.slice(0, 80)}`)
  if (parameters.length > parametersAtMost) throw refuse(`${parameters.length} parameters are too many`)
  const place = parameters.findIndex((parameter) => !isSendable(parameter))
  if (place >= 0) throw refuse(`Parameter $${place + 1} (${nameOf(parameters[place])}) cannot be sent`)
}

const sendable = new Set(['string', 'number', 'bigint', 'boolean'])

function isSendable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSendable)
  return sendable.has(typeof value) || value === null || value instanceof Uint8Array
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array with such a member'
  return value instanceof Date ? 'a Date: give its text' : typeof value
}
