import { foldName } from './fold-name.ts'

interface Named {
  id: string
  name: string
  aliases: readonly string[]
}

/** Names that begin alike word by word: `jess c` and `Jess Carver`; `luis` and `Luis Ortega`. */
const beginsAlike = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 0 && short.length <= long.length && short.every((word, index) => long[index]?.startsWith(word))

const looksAlike = (one: string, other: string): boolean => {
  const [a, b] = [foldName(one).split(' ').filter(Boolean), foldName(other).split(' ').filter(Boolean)]
  // `jcarver`: the first letter, then the last name.
  const [first, last] = [b[0], b.at(-1)]
  const short = b.length > 1 && first && last ? `${first.charAt(0)}${last}` : null
  return beginsAlike(a, b) || beginsAlike(b, a) || a.join('') === b.join('') || (short !== null && a.join('') === short)
}

/** The setter whom a name on bookings most likely stands for; null where none or several could be meant. */
export function suggestSetter<Setter extends Named>(name: string, setters: readonly Setter[]): Setter | null {
  const alike = setters.filter((setter) => [setter.name, ...setter.aliases].some((known) => looksAlike(name, known)))
  return alike.length === 1 ? (alike[0] ?? null) : null
}
