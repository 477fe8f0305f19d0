import { normaliseName } from '../../../lib/identity.ts'

/** Shorter words are too often the same by chance. */
const shortestTelling = 3
/** Longer ones are no names. */
const longestTelling = 60

/** How alike two people's names are, letter case, accents and order of the words aside; null where they are not. */
export function nearNames(one: string, other: string): 'same' | 'near' | null {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return null
  if (a.join(' ') === b.join(' ')) return 'same'
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  // A single name says too little to be a part of another: only a slip of the pen is looked for.
  if (fewer.length === 1) return more.length === 1 && isSlip(fewer[0] ?? '', more[0] ?? '') ? 'near' : null
  const matched = fewer.map((word) => more.some((candidate) => candidate === word || isInitial(word, candidate) || isSlip(word, candidate)))
  const whole = fewer.some((word) => word.length >= shortestTelling && more.includes(word))
  return matched.every(Boolean) && (whole || fewer.every((word) => more.some((candidate) => isSlip(word, candidate)))) ? 'near' : null
}

/** The words of a name that a search can go by, with their accents and without. */
export const tellingWords = (name: string): string[] =>
  [...new Set([...normaliseName(name).split(' '), ...wordsOf(name)])].filter(
    (word) => word.length >= shortestTelling && word.length <= longestTelling,
  )

const wordsOf = (name: string): string[] =>
  normaliseName(name)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{Letter}\p{Number} ]/gu, '')
    .split(' ')
    .filter((word) => word !== '')
    .sort()

const isInitial = (one: string, other: string): boolean => (one.length === 1 || other.length === 1) && one[0] === other[0]

/** One letter changed, left out, added, or two swapped, in words long enough for it to be a slip. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [restOfOne, restOfOther] = [one.slice(start), other.slice(start)]
  if (one.length > other.length) return restOfOne.slice(1) === restOfOther
  if (one.length < other.length) return restOfOther.slice(1) === restOfOne
  if (restOfOne.slice(1) === restOfOther.slice(1)) return true
  return restOfOne[0] === restOfOther[1] && restOfOne[1] === restOfOther[0] && restOfOne.slice(2) === restOfOther.slice(2)
}
