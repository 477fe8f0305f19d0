import type { TouchedRecord as StoredTouch } from '@clinch/drizzle/tables'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { mayRead } from '../../graphql-kit/require-scope.ts'
import type { Scope } from '../../kernel/actor.ts'
import { formatDecimal } from '../../lib/money.ts'
import { dateFromPostgres } from '../../lib/postgres-time.ts'
import { connectionById } from '../../modules/connections/graphql/connections.loaders.ts'
import { bodyOfDelivery } from '../../modules/connections/graphql/deliveries.loaders.ts'
import { Delivery } from '../../modules/connections/graphql/delivery.type.ts'
import type { DeliveryRow } from '../../modules/connections/service/list-deliveries.ts'
import { eventById } from '../../modules/events/graphql/events.loaders.ts'
import { leadById } from '../../modules/leads/graphql/leads.loaders.ts'
import { paymentById } from '../../modules/payments/graphql/payments.loaders.ts'
import { DeliveryInterpretation, TouchedRecord } from './delivery-insight.type.ts'
import { interpretDelivery } from './interpret-delivery.ts'

/** What a key needs to be told by name of what a delivery made or changed. */
const scopeOf: Readonly<Record<StoredTouch['kind'], Scope>> = { event: 'events:read', lead: 'leads:read', payment: 'payments:read' }

/** What of a delivery only those know who know all domains: what it changed, and what its body says. */
@Resolver(() => Delivery)
class DeliveryInsightResolver {
  @FieldResolver()
  result(@Root() { result, touched }: DeliveryRow, @Ctx() context: GraphContext) {
    return touched.every(({ kind }) => mayRead(context, scopeOf[kind])) ? result : null
  }

  @FieldResolver(() => [TouchedRecord], {
    description: 'The records that it made or changed, those that are still there; for a key, those of the kinds that it may read.',
  })
  async touched(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    const readable = delivery.touched.filter(({ kind }) => mayRead(context, scopeOf[kind]))
    const named = await Promise.all(readable.map(async (touch) => ({ kind: touch.kind, id: touch.id, name: await nameOf(context, touch) })))
    return named.filter(({ name }) => name !== null)
  }

  @FieldResolver(() => DeliveryInterpretation, {
    nullable: true,
    description: 'What Clinch makes of its body; none where that was not kept.',
  })
  async interpreted(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    const [body, connection] = await Promise.all([
      bodyOfDelivery.load(context, delivery.id),
      connectionById.load(context, delivery.connectionId),
    ])
    if (!body || !connection) return null
    const { provider } = connection
    const receivedAt = dateFromPostgres(delivery.receivedAt)
    const { about, summary, message } = interpretDelivery({ provider, connectionId: delivery.connectionId, receivedAt, body })
    return { summary, message: about === null || mayRead(context, scopeOf[about]) ? message : null }
  }
}

async function nameOf(context: GraphContext, { kind, id }: StoredTouch): Promise<string | null> {
  if (kind === 'event') return (await eventById.load(context, id))?.leadName ?? null
  if (kind === 'lead') return (await leadById.load(context, id))?.fullName ?? null
  const payment = await paymentById.load(context, id)
  if (!payment) return null
  const from = payment.customerName ?? payment.customerEmail
  return `${formatDecimal(payment)} ${payment.currency}${from ? ` from ${from}` : ''}`
}

export const integrationResolvers = [DeliveryInsightResolver]
