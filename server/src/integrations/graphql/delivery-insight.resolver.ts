import type { TouchedRecord as StoredTouch } from '@clinch/drizzle/tables'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../graphql-kit/context.ts'
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

/** What of a delivery only those know who know all domains: what it changed, and what its body says. */
@Resolver(() => Delivery)
class DeliveryInsightResolver {
  @FieldResolver(() => [TouchedRecord], { description: 'The records that it made or changed, those that are still there.' })
  async touched(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    const named = await Promise.all(
      delivery.touched.map(async (touch) => ({ kind: touch.kind, id: touch.id, name: await nameOf(context, touch) })),
    )
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
    return interpretDelivery({ provider, connectionId: delivery.connectionId, receivedAt: dateFromPostgres(delivery.receivedAt), body })
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
