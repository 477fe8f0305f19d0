import { DatabaseUnavailable } from '../../../database/database-errors.ts'

export interface GatherOptions<Item, Answer> {
  /** How many sendings may be under way at once. */
  lanes: number
  /** How many items one sending takes at the most. */
  most: number
  /** How much they weigh together at the most; one that is heavier goes alone. */
  heaviest: number
  weightOf(item: Item): number
  /** For how long an item may wait for its turn. */
  waitMs: number
  /** Answers each item, in their order. What it throws is thrown to all of them. */
  send(items: readonly Item[]): Promise<readonly PromiseSettledResult<Answer>[]>
}

interface Waiting<Item, Answer> {
  item: Item
  since: number
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/**
 * Sends items together that come while others are under way: alone where nothing is, in ever larger groups the busier it is. None waits
 * for company.
 */
export function gather<Item, Answer>(options: GatherOptions<Item, Answer>): (item: Item) => Promise<Answer> {
  const { lanes, most, heaviest, weightOf, waitMs, send } = options
  const waiting: Waiting<Item, Answer>[] = []
  let free = lanes
  let dueSoon = false

  const take = (): Waiting<Item, Answer>[] => {
    let weight = 0
    const count = waiting.slice(0, most).findIndex(({ item }, place) => {
      weight += weightOf(item)
      return place > 0 && weight > heaviest
    })
    return waiting.splice(0, count < 0 ? most : count)
  }
  const answer = async (group: readonly Waiting<Item, Answer>[]) => {
    const answers = await send(group.map(({ item }) => item))
    group.forEach(({ resolve, reject }, place) => {
      const settled = answers[place]
      if (settled?.status === 'fulfilled') resolve(settled.value)
      else reject(settled ? settled.reason : new Error('An item was given no answer'))
    })
  }
  const dispatch = () => {
    dueSoon = false
    const tooLate = Date.now() - waitMs
    while (waiting[0] && waiting[0].since < tooLate) waiting.shift()?.reject(new DatabaseUnavailable('queue'))
    while (free > 0 && waiting.length > 0) {
      free -= 1
      const group = take()
      void answer(group)
        .catch((error: unknown) => group.forEach(({ reject }) => reject(error)))
        .finally(() => {
          free += 1
          dispatch()
        })
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, since: Date.now(), resolve, reject })
      if (dueSoon || free === 0) return
      dueSoon = true
      // Whatever else came in this turn of the event loop goes along.
      setImmediate(dispatch)
    })
}
