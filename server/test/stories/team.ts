import { createApiKey } from '../../src/modules/organizations/service/create-api-key.ts'
import { portalCookieOf } from '../../src/modules/identity/service/index.ts'
import { createCloser } from '../../src/modules/roster/service/create-closer.ts'
import { createPortalLink } from '../../src/modules/roster/service/create-portal-link.ts'
import { createSetter } from '../../src/modules/roster/service/create-setter.ts'
import { createSource } from '../../src/modules/roster/service/create-source.ts'
import { openPortalLink } from '../../src/modules/roster/service/open-portal-link.ts'
import { adminOf, as, makeConnection, makeOrganization, type TestConnection } from '../intake.ts'
import type { OwnDatabase } from './own-database.ts'
import { closers, setters, sources } from './history.ts'
import type { Message } from './message.ts'

/** An organization that the stories happen to. */
export interface Team {
  organizationId: string
  /** Of a provider's connections, the one that tells of this customer. */
  connectionOf(provider: Message['provider'], customer: number): TestConnection
  /** What a closer sends with everything, who came by their portal link. */
  repHeaders(closer: number): Record<string, string>
  /** What a program sends with everything, that has all of the organization's calls. */
  adminHeaders: Record<string, string>
}

const providers = ['calendly', 'acuity', 'stripe', 'whop', 'manychat', 'custom'] as const

/** An organization that knows its people and sources, with two connections of each provider, and whoever files forms in it. */
export async function makeTeam(data: OwnDatabase, { acuityKey }: { acuityKey: string }): Promise<Team> {
  const organizationId = await makeOrganization(data)
  const actor = adminOf(organizationId)
  const { key, links } = await as(data.database, actor, async (tx) => {
    const made: string[] = []
    for (const input of closers) {
      const { id } = await createCloser({ actor, input: { ...input }, tx })
      made.push((await createPortalLink({ actor, input: { closerId: id }, tx })).id)
    }
    for (const name of setters) await createSetter({ actor, input: { name }, tx })
    for (const name of sources) await createSource({ actor, input: { name }, tx })
    return { links: made, key: await createApiKey({ actor, input: { name: 'Forms', scopes: ['pcfs:write'] }, tx }) }
  })
  const sessions = await Promise.all(
    links.map((linkId) =>
      openPortalLink({ database: data.database, link: { organizationId, linkId }, device: 'A phone', origin: { requestId: 'stories' } }),
    ),
  )
  const connections: TestConnection[] = []
  for (const provider of providers) {
    for (let nth = 0; nth < 2; nth += 1)
      connections.push(await makeConnection(data, { organizationId, provider, ...(provider === 'acuity' && { secret: acuityKey }) }))
  }
  return {
    organizationId,
    connectionOf(provider, customer) {
      const connection = connections.filter((each) => each.provider === provider)[customer % 2]
      if (!connection) throw new Error(`There is no connection of ${provider}`)
      return connection
    },
    repHeaders: (closer) => ({ cookie: `${portalCookieOf('http://localhost')}=${sessions[closer]?.token ?? ''}`, 'x-portal': '1' }),
    adminHeaders: { authorization: `Bearer ${key.secret}` },
  }
}
