/** One row of a split as it is being typed. */
export interface Share {
  /** A person's id; empty until somebody is chosen. */
  person: string
  percent: string
}

/** The API takes no more. */
export const mostShares = 10

export const isSplit = (split: readonly Share[]): boolean => split.length > 0

const percentOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What all rows add to; what is no whole number counts as nothing. */
export const sumOf = (split: readonly Share[]): number =>
  split.reduce((sum, { percent }) => sum + (percentOf(percent) || 0), 0)

export const sharesOf = (split: readonly Share[]): { person: string; percent: number }[] =>
  split.map(({ person, percent }) => ({ person, percent: percentOf(percent) || 0 }))

/** Why a split cannot be saved, in a sentence; null where it can, or where there is none. */
export function problemOfSplit(split: readonly Share[], role: 'closer' | 'setter'): string | null {
  if (!isSplit(split)) return null
  if (split.some(({ person }) => person === '')) return `Choose a ${role} for every share`
  if (new Set(split.map(({ person }) => person)).size < split.length) return `Each ${role} has one share`
  const percents = split.map(({ percent }) => percentOf(percent))
  if (percents.some((percent) => !(percent >= 1 && percent <= 99)))
    return 'A share is a whole number from 1 to 99 percent'
  const sum = sumOf(split)
  return sum === 100
    ? null
    : `The shares add to ${sum}%: ${Math.abs(100 - sum)}% ${sum < 100 ? 'is missing' : 'too much'}`
}

/** As even as whole percents allow, the first taking what is left over. */
export const evenly = (people: readonly string[]): Share[] =>
  people.map((person, index) => {
    const each = Math.floor(100 / people.length)
    return { person, percent: String(index === 0 ? 100 - each * (people.length - 1) : each) }
  })

/** One row typed anew. Of two, the other takes the rest, so that they always add to the whole. */
export function withPercent(split: readonly Share[], index: number, percent: string): Share[] {
  const typed = percentOf(percent)
  const rest = split.length === 2 && typed >= 1 && typed <= 99 ? String(100 - typed) : null
  return split.map((share, at) =>
    at === index ? { ...share, percent } : rest === null ? share : { ...share, percent: rest },
  )
}

export const withPerson = (split: readonly Share[], index: number, person: string): Share[] =>
  split.map((share, at) => (at === index ? { ...share, person } : share))

/** One more row, with what is missing to the whole; where nothing is, all are made even. */
export function withOneMore(split: readonly Share[]): Share[] {
  const missing = 100 - sumOf(split)
  return missing >= 1 && missing <= 99
    ? [...split, { person: '', percent: String(missing) }]
    : evenly([...split.map(({ person }) => person), ''])
}

/** Without one row, whose part goes to the first. One that is left has all of it: no split any more. */
export function without(split: readonly Share[], index: number): Share[] {
  const gone = percentOf(split[index]?.percent ?? '') || 0
  const left = split.filter((_, at) => at !== index)
  if (left.length < 2) return []
  return left.map((share, at) =>
    at === 0 ? { ...share, percent: String((percentOf(share.percent) || 0) + gone) } : share,
  )
}
