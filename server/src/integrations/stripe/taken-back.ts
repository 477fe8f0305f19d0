import { z } from 'zod'
import type { KeyedCaller } from '../keyed-caller.ts'
import { textAt } from '../message-text.ts'
import type { StepPosition } from '../../modules/runs/service/index.ts'
import { askForPage } from './ask.ts'

/** What is asked for of a charge of which something was taken back, in this order. */
const takenBackLists = ['refunds', 'disputes'] as const
type TakenBackList = (typeof takenBackLists)[number]

/** Which of these lists of one charge, and after which of its items. */
export const TakenBackPlace = z.object({ list: z.enum(takenBackLists), after: z.string().nullable() })
export type TakenBackPlace = z.output<typeof TakenBackPlace>

/** Where one begins with a charge. */
export const takenBackStart: TakenBackPlace = { list: takenBackLists[0], after: null }

/** As many as Stripe gives in one answer. */
const pageSize = '100'

const ChargeTakenBack = z.object({
  status: z.literal('succeeded'),
  captured: z.literal(true).nullish(),
  amount_refunded: z.number(),
  disputed: z.boolean().nullish(),
})

/** Whether a listed charge says that something of its money was given back or disputed, whenever that was. */
export function wasTakenBack(charge: unknown): boolean {
  const { data } = ChargeTakenBack.safeParse(charge)
  return data !== undefined && (data.amount_refunded > 0 || data.disputed === true)
}

/** One refund or dispute of a charge; without an item, where one of the lists has ended. */
export interface TakenBack {
  list: TakenBackList
  found: { item: unknown; askedAt: Date } | null
  position: StepPosition
}

/**
 * The refunds and disputes of one charge, of whatever day. The end of each list is a place as well: whoever is cut off after a call goes on
 * behind it, and asks for nothing twice.
 */
export async function* takenBackOf(
  caller: KeyedCaller,
  charge: string,
  begun: TakenBackPlace,
  positionAt: (place: TakenBackPlace | null) => StepPosition,
): AsyncGenerator<TakenBack> {
  const lists = takenBackLists.slice(takenBackLists.indexOf(begun.list))
  for (const [index, list] of lists.entries()) {
    let after = list === begun.list ? begun.after : null
    for (let more = true; more;) {
      const { items, hasMore, askedAt } = await askForPage(caller, list, {
        charge,
        limit: pageSize,
        ...(after === null ? {} : { starting_after: after }),
      })
      for (const item of items) {
        after = textAt(item, 'id') ?? after
        yield { list, found: { item, askedAt }, position: positionAt({ list, after }) }
      }
      more = hasMore && items.length > 0
    }
    const next = lists[index + 1]
    yield { list, found: null, position: positionAt(next ? { list: next, after: null } : null) }
  }
}
