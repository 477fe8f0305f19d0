import type { FormAct, PaymentAct, Story, WebhookAct } from '@clinch/drizzle/seeds/demo'
import { signWebhook as signCalendly } from '../../integrations/calendly/verify-webhook.ts'
import { signWebhook as signStripe } from '../../integrations/stripe/verify-webhook.ts'
import type { DemoPerson } from './demo-person.ts'
import { eachAtOnce } from './each-at-once.ts'
import type { DemoLists } from './set-up-lists.ts'
import type { DemoOrganization } from './set-up-organization.ts'

const sendersAtOnce = 12
const formsAtOnce = 6

/** Plays what happened: the providers' webhooks with valid signatures, then the forms, each filed by its own closer, and what the owner enters by hand. */
export async function playActs(
  url: string,
  story: Story,
  organization: DemoOrganization,
  say: (done: number, all: number) => void,
): Promise<void> {
  const webhooks = story.acts.filter((act) => act.kind === 'webhook')
  const forms = story.acts.filter((act) => act.kind === 'form')
  const entered = story.acts.filter((act) => act.kind === 'payment')
  let done = 0
  const count = () => say((done += 1), story.acts.length)
  await eachAtOnce(webhooks, sendersAtOnce, async (act) => {
    await send(url, act, organization)
    count()
  })
  await untilProcessed(organization.owner)
  const events = await eventsByBooking(organization.owner)
  // Filing again amends, so the forms of one booking keep their order.
  await eachAtOnce(byBooking(forms), formsAtOnce, async (acts) => {
    for (const act of acts) {
      await file(act, events, organization)
      count()
    }
  })
  for (const act of entered) {
    await enter(act, organization.owner)
    count()
  }
}

/** The owner enters a wire. */
async function enter({ amount, paidOn, customerName, customerEmail, note }: PaymentAct, owner: DemoPerson): Promise<void> {
  await owner.ask('mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { payment { id } } }', {
    input: { method: 'WIRE', amount, paidOn, customerName, customerEmail, note },
  })
}

async function send(url: string, { provider, body }: WebhookAct, { connections }: DemoOrganization): Promise<void> {
  const { webhookUrl, signingSecret } = connections[provider]
  const raw = JSON.stringify(body)
  const sign = provider === 'calendly' ? signCalendly : signStripe
  const answer = await fetch(url + new URL(webhookUrl).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sign(raw, signingSecret, new Date()) },
    body: raw,
  })
  if (answer.status !== 200) throw new Error(`A webhook of the demo was answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** Waits until every delivery was acted on. */
async function untilProcessed(owner: DemoPerson): Promise<void> {
  for (;;) {
    const { connections } = await owner.ask<{ connections: { health: { waiting: number; parked: number; lastProblem: string | null } }[] }>(
      '{ connections { health { waiting parked lastProblem } } }',
    )
    const stuck = connections.find(({ health }) => health.parked > 0)
    if (stuck) throw new Error(`A delivery of the demo could not be processed: ${stuck.health.lastProblem ?? ''}`)
    if (connections.every(({ health }) => health.waiting === 0)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function eventsByBooking(owner: DemoPerson): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  let after: string | null = null
  do {
    const { events }: { events: { nodes: { id: string; bookingRef: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await owner.ask(
        'query ($after: String) { events(first: 200, after: $after) { nodes { id bookingRef } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
    for (const { id, bookingRef } of events.nodes) ids.set(bookingRef, id)
    after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null
  } while (after !== null)
  return ids
}

function byBooking(forms: readonly FormAct[]): FormAct[][] {
  const grouped = new Map<string, FormAct[]>()
  for (const act of forms) grouped.set(act.bookingRef, [...(grouped.get(act.bookingRef) ?? []), act])
  return [...grouped.values()]
}

async function file(
  { bookingRef, closerKey, answers }: FormAct,
  events: ReadonlyMap<string, string>,
  { closers, lists }: DemoOrganization,
): Promise<void> {
  const eventId = events.get(bookingRef)
  const closer = closers.get(closerKey)
  if (!eventId || !closer) throw new Error(`A form of the demo has no event or closer: ${bookingRef}, ${closerKey}`)
  await closer.person.ask('mutation ($input: SubmitPostCallFormInput!) { submitPostCallForm(input: $input) { event { id } } }', {
    input: { eventId, ...inputOf(answers, lists) },
  })
}

/** A form's answers as the API takes them, what they name of the organization's lists by its id. */
function inputOf({ package: sold, callOutcome, opportunityStatus, ...answers }: FormAct['answers'], lists: DemoLists): object {
  return {
    ...answers,
    packageId: idOf(lists.packages, sold),
    callOutcomeId: idOf(lists.callOutcomes, callOutcome),
    opportunityStatusId: idOf(lists.opportunityStatuses, opportunityStatus),
  }
}

function idOf(list: ReadonlyMap<string, string>, name: string | null): string | null {
  if (name === null) return null
  const id = list.get(name)
  if (id === undefined) throw new Error(`A form of the demo names what is not listed: ${name}`)
  return id
}
