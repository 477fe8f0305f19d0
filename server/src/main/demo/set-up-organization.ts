import { setterQuestion, type Story } from '@clinch/drizzle/seeds/demo'
import type { DemoBeginning, DemoConnection, Login } from './demo-file.ts'
import { DemoPerson, type Stage } from './demo-person.ts'
import { setGoals } from './set-goals.ts'
import { saveForm } from './set-up-form.ts'
import { type DemoLists, ensureLists } from './set-up-lists.ts'

/** The demo's organization, ready for its history. */
export interface DemoOrganization {
  id: string
  owner: DemoPerson
  ownerLogin: Login
  /** By the closer's key. */
  closers: Map<string, { person: DemoPerson; login: Login }>
  connections: { calendly: DemoConnection; stripe: DemoConnection }
  lists: DemoLists
  apiKey: string
}

/** Makes the organization as an owner would, step by step through the API, once a plan is agreed on. What is there already is left as it is. */
export async function setUpOrganization(
  stage: Stage,
  story: Story,
  beginning: DemoBeginning,
  agree: (organizationId: string) => Promise<void>,
): Promise<DemoOrganization> {
  const { password } = beginning
  const { organization } = story
  const ownerLogin = { email: organization.ownerEmail, password }
  const account = await DemoPerson.enter(stage, { name: organization.ownerName, ...ownerLogin })
  const organizationId = await ensureOrganization(account, organization)
  await agree(organizationId)
  const owner = account.in(organizationId)
  await ensureRoster(owner, story)
  await saveForm(owner, story)
  const closers = await ensureClosers(stage, owner, story, password)
  await setGoals(owner, story)
  return {
    id: organizationId,
    lists: await ensureLists(owner, story),
    owner,
    ownerLogin,
    closers,
    connections: {
      calendly: await ensureConnection(owner, 'CALENDLY', 'Main team', beginning.calendlySecret, mappingOfBookings),
      stripe: await ensureConnection(owner, 'STRIPE', 'Payments', beginning.stripeSecret, null),
    },
    apiKey: await makeApiKey(owner),
  }
}

async function ensureOrganization(account: DemoPerson, { name, timeZone, currency }: Story['organization']): Promise<string> {
  const { viewer } = await account.ask<{ viewer: { organizations: { id: string; name: string }[] } }>(
    '{ viewer { organizations { id name } } }',
  )
  const known = viewer.organizations.find((each) => each.name === name)
  if (known) return known.id
  const made = await account.ask<{ createOrganization: { organization: { id: string } } }>(
    'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }',
    { input: { name, timeZone, currency } },
  )
  return made.createOrganization.organization.id
}

async function ensureRoster(owner: DemoPerson, story: Story): Promise<void> {
  const known = await owner.ask<{
    setters: { nodes: { name: string }[] }
    sources: { name: string }[]
    trafficTypes: { id: string; name: string }[]
  }>('{ setters(first: 200) { nodes { name } } sources { name } trafficTypes { id name } }')
  const trafficTypes = new Map(known.trafficTypes.map(({ id, name }) => [name, id]))
  for (const { name } of story.trafficTypes.filter((each) => !trafficTypes.has(each.name))) {
    const made = await owner.ask<{ createTrafficType: { trafficType: { id: string } } }>(
      'mutation ($input: CreateTrafficTypeInput!) { createTrafficType(input: $input) { trafficType { id } } }',
      { input: { name } },
    )
    trafficTypes.set(name, made.createTrafficType.trafficType.id)
  }
  const idOf = (key: string | null) => trafficTypes.get(story.trafficTypes.find((each) => each.key === key)?.name ?? '') ?? null
  for (const { name, aliases, trafficType } of story.sources.filter((each) => !known.sources.some((source) => source.name === each.name))) {
    await owner.ask('mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }', {
      input: { name, aliases, trafficTypeId: idOf(trafficType) },
    })
  }
  for (const { name, email, aliases } of story.setters.filter((each) => !known.setters.nodes.some((setter) => setter.name === each.name))) {
    await owner.ask('mutation ($input: CreateSetterInput!) { createSetter(input: $input) { setter { id } } }', {
      input: { name, email, aliases },
    })
  }
}

/** Each closer is put on the roster, invited, and joins with an account of their own. */
async function ensureClosers(stage: Stage, owner: DemoPerson, story: Story, password: string): Promise<DemoOrganization['closers']> {
  const { closers } = await owner.ask<{ closers: { nodes: { id: string; email: string; hasAccount: boolean }[] } }>(
    '{ closers(first: 200) { nodes { id email hasAccount } } }',
  )
  const joined: DemoOrganization['closers'] = new Map()
  for (const { key, name, email } of story.closers) {
    const known = closers.nodes.find((each) => each.email === email)
    const id = known?.id ?? (await createCloser(owner, name, email))
    const login = { email, password }
    const account = await DemoPerson.enter(stage, { name, ...login })
    if (!known?.hasAccount) await join(owner, account, email, id)
    joined.set(key, { person: account, login })
  }
  return joined
}

async function createCloser(owner: DemoPerson, name: string, email: string): Promise<string> {
  const made = await owner.ask<{ createCloser: { closer: { id: string } } }>(
    'mutation ($input: CreateCloserInput!) { createCloser(input: $input) { closer { id } } }',
    { input: { name, email } },
  )
  return made.createCloser.closer.id
}

async function join(owner: DemoPerson, account: DemoPerson, email: string, closerId: string): Promise<void> {
  const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }',
    {
      input: { email, role: 'SALES_REP', closerId },
    },
  )
  await account.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { organizationId } }', {
    input: { token: new URL(inviteMember.url).searchParams.get('token') },
  })
}

/** Setters are named by the link that the lead used, or by the lead, who is asked for it. */
const mappingOfBookings = {
  setterFrom: [{ utm: 'CONTENT', prefix: 'setter-' }, { question: setterQuestion }],
  sourceFrom: [{ utm: 'SOURCE' }],
  trafficTypeFrom: [{ utm: 'MEDIUM' }],
}

async function ensureConnection(
  owner: DemoPerson,
  provider: string,
  name: string,
  secret: string,
  mapping: object | null,
): Promise<DemoConnection> {
  const { connections } = await owner.ask<{ connections: { provider: string; name: string; webhookUrl: string }[] }>(
    '{ connections { provider name webhookUrl } }',
  )
  const known = connections.find((each) => each.provider === provider && each.name === name)
  if (known) return { webhookUrl: known.webhookUrl, signingSecret: secret }
  const made = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
    'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { webhookUrl } } }',
    { input: { provider, name, webhookSecret: secret, mapping } },
  )
  return { webhookUrl: made.createConnection.connection.webhookUrl, signingSecret: secret }
}

async function makeApiKey(owner: DemoPerson): Promise<string> {
  const made = await owner.ask<{ createApiKey: { secret: string } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
    {
      input: {
        name: 'Demo',
        scopes: [
          'EVENTS_READ',
          'LEADS_READ',
          'PAYMENTS_READ',
          'PAYMENTS_WRITE',
          'PCFS_WRITE',
          'METRICS_READ',
          'ROSTER_READ',
          'ROSTER_WRITE',
          'CONNECTIONS_READ',
          'CONNECTIONS_WRITE',
          'FORMS_READ',
          'FORMS_WRITE',
          'PACKAGES_READ',
          'PACKAGES_WRITE',
        ],
      },
    },
  )
  return made.createApiKey.secret
}
