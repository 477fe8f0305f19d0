import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { loadClosers, loadSetters } from './load-roster.ts'
import { CreatePortalLink } from './portal-link-schemas.ts'
import { type MadePortalLink, storePortalLink } from './store-portal-link.ts'

/** Makes a link with which one closer or one setter opens their portal: for 90 days unless told otherwise. */
export async function createPortalLink({ actor, input, tx }: Verb<CreatePortalLink>): Promise<MadePortalLink> {
  authorize(actor, 'organization:manage')
  const link = parseInput(CreatePortalLink, input)
  const { closerId, setterId } = link
  const person = closerId
    ? (await loadClosers(tx, [closerId])).get(closerId)
    : (await loadSetters(tx, [setterId ?? ''])).get(setterId ?? '')
  if (!person) throw notFound(closerId ? 'closer' : 'setter')
  if (person.deactivatedAt !== null) throw conflict(`${person.name} left the roster, and a link of theirs would open nothing.`)
  return storePortalLink(tx, actor, link)
}
