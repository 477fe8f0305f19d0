import type { Tx } from '../../../database/tx.ts'
import { conflict } from '../../../kernel/errors.ts'

/** Which closer and setter of the roster somebody is invited to be. */
export interface RosterPlaces {
  closerId: string | null
  setterId: string | null
}

const tables = { closerId: 'closers', setterId: 'setters' } as const

/** A person of the roster becomes one account's, and only while they are on it: else an invitation would hand their calls to somebody else. */
const free = 'user_id is null and deactivated_at is null'

/** Throws CONFLICT where the closer or setter has an account already, or left the roster. One who does not exist is found out by the invitation's own keys. */
export async function refuseUnlessFree(tx: Tx, places: RosterPlaces): Promise<void> {
  for (const path of ['closerId', 'setterId'] as const) {
    const [person] = await tx.query<{ name: string; taken: boolean }>(
      `select name, user_id is not null as taken from ${tables[path]} where organization_id = $1 and id = $2 and not (${free})`,
      [tx.organizationId, places[path]],
    )
    if (!person) continue
    const message = person.taken ? `${person.name} has an account already.` : `${person.name} left the roster. Put them back on it first.`
    throw conflict(message, [{ path, message }])
  }
}

/** Makes a member the closer and the setter that they were invited to be. CONFLICT where somebody else is by now, or they left the roster. */
export async function takePlaces(tx: Tx, userId: string, places: RosterPlaces): Promise<void> {
  for (const path of ['closerId', 'setterId'] as const) {
    if (places[path] === null) continue
    const taken = await tx.query<{ id: string }>(
      `update ${tables[path]} set user_id = $3 where organization_id = $1 and id = $2 and ${free} returning id`,
      [tx.organizationId, places[path], userId],
    )
    if (taken.length === 0)
      throw conflict(
        'The closer or setter of this invitation has an account by now, or left the roster. Ask whoever invited you for a new one.',
      )
  }
}
