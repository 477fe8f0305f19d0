import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Tx } from '../../../database/tx.ts'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import {
  countDeliveries,
  type DeliveryFilter as DeliveryFilterOfService,
  type DeliveryRow,
  listDeliveries,
} from '../service/list-deliveries.ts'
import { mostReplayed, replayDeliveries } from '../service/replay-deliveries.ts'
import { replayDelivery } from '../service/replay-delivery.ts'
import { stripBody } from '../service/strip-body.ts'
import { Connection } from './connection.type.ts'
import {
  DeliveryFilter,
  DeliveryOrder,
  ReplayDeliveriesInput,
  ReplayDeliveriesPayload,
  ReplayDeliveryInput,
  ReplayDeliveryPayload,
} from './deliveries.inputs.ts'
import { connectionById } from './connections.loaders.ts'
import { bodyOfDelivery, deliveryById } from './deliveries.loaders.ts'
import { Delivery } from './delivery.type.ts'

const { Connection: DeliveryConnection, ConnectionResolver: DeliveryConnectionResolver } = defineConnection('Delivery', () => Delivery)

@Resolver(() => Delivery)
class DeliveryResolver {
  @Query(() => DeliveryConnection, { description: 'Deliveries, the newest first unless asked otherwise.' })
  async deliveries(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'Which deliveries.' }) filter: DeliveryFilter | undefined,
    @Arg('orderBy', () => DeliveryOrder, { nullable: true, description: 'In which order.' }) orderBy: DeliveryOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const wanted = await readFilter(context.tx, filter)
    return toConnection(await listDeliveries(context.tx, wanted, orderBy?.direction ?? 'desc', page), () =>
      countDeliveries(context.tx, wanted),
    )
  }

  @Query(() => Delivery, { nullable: true, description: 'One delivery, or null if there is none of this id for this caller.' })
  delivery(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext) {
    return deliveryById.load(context, id)
  }

  @Mutation(() => ReplayDeliveryPayload, { description: 'Acts on a kept delivery again. What it did before does not happen twice.' })
  async replayDelivery(
    @Arg('input', () => ReplayDeliveryInput, { description: 'Which.' }) input: ReplayDeliveryInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('replayDelivery', input, (tx) => replayDelivery({ actor: context.actor, input, tx }))
    return { delivery: await deliveryById.load(context, id) }
  }

  @Mutation(() => ReplayDeliveriesPayload, {
    description: `Acts on many kept deliveries again, the oldest first, up to ${mostReplayed} by one act. What they did before does not happen twice, and one that waits to be processed already is left to it.`,
  })
  replayDeliveries(
    @Arg('input', () => ReplayDeliveriesInput, { description: 'Which: ids, or a filter.' }) input: ReplayDeliveriesInput,
    @Ctx() context: GraphContext,
  ) {
    return context.write('replayDeliveries', input, async (tx) => {
      const filter = input.filter ? await readFilter(tx, input.filter) : null
      return replayDeliveries({ actor: context.actor, input: { ids: input.ids ?? null, filter }, tx })
    })
  }

  @FieldResolver(() => Connection, { description: 'The connection that it came by.' })
  connection(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    return connectionById.load(context, delivery.connectionId)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its body, without secrets and card data; none for a refused one, and for one that is older than bodies are kept.',
  })
  async body(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    const raw = await bodyOfDelivery.load(context, delivery.id)
    return raw === null ? null : stripBody(raw.toString('utf8'))
  }
}

async function readFilter(tx: Tx, filter: DeliveryFilter | undefined): Promise<DeliveryFilterOfService> {
  const { received, ...rest } = filter ?? {}
  return received ? { ...rest, received: spanOf(received, 'filter.received', await timeZoneOf(tx)) } : rest
}

export const deliveryResolvers = [DeliveryResolver, DeliveryConnectionResolver]
