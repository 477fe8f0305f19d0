/**
 * What holds where the messages of one purchase differ in something: the least of what they say. Which it is matters less than that it
 * does not depend on the order in which they came.
 */
export function settle<Value extends string | bigint | Date>(a: Value | null | undefined, b: Value | null | undefined): Value | null {
  if (a === null || a === undefined) return b ?? null
  if (b === null || b === undefined) return a
  return b < a ? b : a
}

/** The same for pairs, key by key. */
export function settlePairs(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): Record<string, string> {
  const settled = new Map(Object.entries(a))
  for (const [key, value] of Object.entries(b)) settled.set(key, settle(settled.get(key), value) ?? value)
  return Object.fromEntries(settled)
}
