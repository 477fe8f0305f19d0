import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { isDay, type Period } from './period.ts'

/** One piece of state kept in the address: how it is read from the parameter's texts, and written back. */
export interface SearchParam<Value> {
  /** The texts of the parameter, none if it is absent. What cannot be understood reads as the fallback: links outlive releases. */
  read(texts: readonly string[]): Value
  /** No texts at all leave the parameter out, which keeps the address of a page's resting state bare. */
  write(value: Value): readonly string[]
}

export type SearchShape = Readonly<Record<string, SearchParam<unknown>>>

export type SearchState<Shape extends SearchShape> = { [Name in keyof Shape]: ReturnType<Shape[Name]['read']> }

/** Free text; empty is absent. */
export const textParam = (): SearchParam<string> => ({
  read: (texts) => texts[0] ?? '',
  write: (value) => (value === '' ? [] : [value]),
})

/** An id, such as the open record's; null is absent. */
export const idParam = (): SearchParam<string | null> => ({
  read: (texts) => texts[0] || null,
  write: (value) => (value === null ? [] : [value]),
})

/** One of a closed set; the fallback is absent. */
export const choiceParam = <Choice extends string>(
  choices: readonly Choice[],
  fallback: Choice,
): SearchParam<Choice> => ({
  read: (texts) => choices.find((choice) => choice === texts[0]) ?? fallback,
  write: (value) => (value === fallback ? [] : [value]),
})

/** Any number of a closed set, each its own parameter; none is absent. */
export const choicesParam = <Choice extends string>(choices: readonly Choice[]): SearchParam<readonly Choice[]> => ({
  read: (texts) => choices.filter((choice) => texts.includes(choice)),
  write: (value) => value,
})

/** Any number of ids. */
export const idsParam = (): SearchParam<readonly string[]> => ({
  read: (texts) => texts.filter((text) => text !== ''),
  write: (value) => value,
})

export const flagParam = (): SearchParam<boolean> => ({
  read: (texts) => texts[0] === '1',
  write: (value) => (value ? ['1'] : []),
})

/** A period as `2026-11-01_2026-11-20`; null (the page's own default) is absent. */
export const periodParam = (): SearchParam<Period | null> => ({
  read: (texts) => {
    const [from = '', to = ''] = (texts[0] ?? '').split('_')
    return isDay(from) && isDay(to) && from <= to ? { from, to } : null
  },
  write: (value) => (value === null ? [] : [`${value.from}_${value.to}`]),
})

/** The state that an address holds, by a page's shape. */
export function readSearch<Shape extends SearchShape>(shape: Shape, params: URLSearchParams): SearchState<Shape> {
  const entries = Object.entries(shape).map(([name, param]) => [name, param.read(params.getAll(name))])
  // Object.fromEntries forgets which value belongs to which name; the shape is what pairs them.
  return Object.fromEntries(entries) as SearchState<Shape>
}

/** The address with a part of the state changed; parameters outside the shape stay as they are. */
export function writeSearch<Shape extends SearchShape>(
  shape: Shape,
  params: URLSearchParams,
  change: Partial<SearchState<Shape>>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    const param = shape[name]
    if (!param) continue
    next.delete(name)
    for (const text of param.write(value)) next.append(name, text)
  }
  return next
}

export interface SearchUpdate {
  /** Replaces the entry in the history instead of adding one: for typing, where Back should not undo letter by letter. */
  replace?: boolean
}

/** State that lives in the address: a copied link shows the same, and Back works. `shape` must be a constant of the module. */
export function useSearchState<Shape extends SearchShape>(
  shape: Shape,
): [SearchState<Shape>, (change: Partial<SearchState<Shape>>, update?: SearchUpdate) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readSearch(shape, params), [shape, params])
  const change = useCallback(
    (part: Partial<SearchState<Shape>>, { replace = false }: SearchUpdate = {}) => {
      setParams((current) => writeSearch(shape, current, part), { replace })
    },
    [shape, setParams],
  )
  return [state, change]
}
