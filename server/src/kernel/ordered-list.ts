import type { Tx } from '../database/tx.ts'
import { badInput, conflict, notFound } from './errors.ts'
import { lockNames } from './lock-names.ts'

/**
 * A list that an organization keeps for itself: in the order that it gives, with entries that are retired and never removed. Its table
 * has the columns position and retired_at.
 */
export interface OrderedList {
  table: 'call_outcomes' | 'opportunity_statuses' | 'packages' | 'custom_field_definitions'
  /** What an entry is called in a refusal. */
  noun: string
  /** Of a table that holds several lists: the subject that this one is of. */
  subject?: string
  /** As many as can be in force; a person oversees 200, and a list is read whole. */
  most?: number
}

/** Holds the list, so that its order changes by one act at a time. */
export const holdList = (tx: Tx, { table, subject }: OrderedList): Promise<void> =>
  lockNames(tx, [subject === undefined ? `list:${table}` : `list:${table}:${subject}`])

/** Which rows of the table are the list's, with what the first parameters of a statement then are. */
const entriesOf = (tx: Tx, { subject }: OrderedList): { where: string; parameters: string[] } =>
  subject === undefined
    ? { where: 'organization_id = $1', parameters: [tx.organizationId] }
    : { where: 'organization_id = $1 and subject = $2', parameters: [tx.organizationId, subject] }

/** The place after all others, for an entry that comes in force. Holds the list, and refuses one too many. */
export async function placeAtEnd(tx: Tx, list: OrderedList): Promise<number> {
  await holdList(tx, list)
  const { most = 200 } = list
  const { where, parameters } = entriesOf(tx, list)
  const [found] = await tx.query<{ inForce: number; next: number }>(
    `select count(*) filter (where retired_at is null)::int as "inForce", coalesce(max(position) + 1, 0) as next
     from ${list.table} where ${where}`,
    parameters,
  )
  if (!found) throw new Error('A count answered no row')
  if (found.inForce >= most) throw conflict(`There are ${most} already, as many as there can be. Retire one first.`)
  return found.next
}

/** Puts all that is in force into the order given. Refused where the list is another by now, since the order would be of what is not there. */
export async function storeOrder(tx: Tx, list: OrderedList, ids: readonly string[]): Promise<void> {
  await holdList(tx, list)
  if (new Set(ids).size < ids.length) throw badInput([{ path: 'ids', message: `Name each ${list.noun} once.` }])
  const { where, parameters } = entriesOf(tx, list)
  const known = await tx.query<{ id: string; retired: boolean }>(
    `select id, retired_at is not null as retired from ${list.table} where ${where}`,
    parameters,
  )
  const all = new Set(known.map(({ id }) => id))
  if (ids.some((id) => !all.has(id))) throw notFound(list.noun)
  const inForce = new Set(known.filter(({ retired }) => !retired).map(({ id }) => id))
  if (inForce.size !== ids.length || ids.some((id) => !inForce.has(id)))
    throw conflict('Somebody changed this list meanwhile. Reload to see it as it stands.')
  await tx.query(
    `update ${list.table} t set position = o.place::int - 1 from unnest($2::uuid[]) with ordinality as o (id, place)
     where t.organization_id = $1 and t.id = o.id and t.position <> o.place - 1`,
    [tx.organizationId, ids],
  )
}

/** Takes an entry out of what is offered. One that is retired already stays so, since when it was. */
export async function retireEntry(tx: Tx, list: OrderedList, id: string): Promise<void> {
  await holdList(tx, list)
  const [found] = await tx.query(
    `update ${list.table} set retired_at = coalesce(retired_at, now()) where organization_id = $1 and id = $2 returning id`,
    [tx.organizationId, id],
  )
  if (!found) throw notFound(list.noun)
}

/** Brings a retired entry back, at the end. One that is in force stays where it is. Refused by constraint where another has its name by now. */
export async function restoreEntry(tx: Tx, list: OrderedList, id: string): Promise<void> {
  await holdList(tx, list)
  const [found] = await tx.query<{ retired: boolean }>(
    `select retired_at is not null as retired from ${list.table} where organization_id = $1 and id = $2`,
    [tx.organizationId, id],
  )
  if (!found) throw notFound(list.noun)
  if (!found.retired) return
  await tx.query(`update ${list.table} set retired_at = null, position = $3 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    await placeAtEnd(tx, list),
  ])
}
