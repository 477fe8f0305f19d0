import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { countDeliveries, type DeliveryRow, listDeliveries, loadBodies, loadDeliveries } from '../service/list-deliveries.ts'
import { replayDelivery } from '../service/replay-delivery.ts'
import { stripBody } from '../service/strip-body.ts'
import { Connection } from './connection.type.ts'
import { DeliveryFilter, DeliveryOrder, ReplayDeliveryInput, ReplayDeliveryPayload } from './connections.inputs.ts'
import { connectionById } from './connections.resolver.ts'
import { Delivery } from './delivery.type.ts'

const { Connection: DeliveryConnection, ConnectionResolver: DeliveryConnectionResolver } = defineConnection('Delivery', () => Delivery)
const deliveryById = defineLoader<DeliveryRow | null>(loadDeliveries, null)
const bodyOfDelivery = defineLoader<string | null>(loadBodies, null)

@Resolver(() => Delivery)
class DeliveryResolver {
  @Query(() => DeliveryConnection, { description: 'Deliveries, the newest first unless asked otherwise.' })
  async deliveries(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'Which deliveries.' }) filter: DeliveryFilter | undefined,
    @Arg('orderBy', () => DeliveryOrder, { nullable: true, description: 'In which order.' }) orderBy: DeliveryOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const { received, ...rest } = filter ?? {}
    const wanted = received ? { ...rest, received: spanOf(received, 'filter.received', await timeZoneOf(context.tx)) } : rest
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

  @FieldResolver(() => Connection, { description: 'The connection that it came by.' })
  connection(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    return connectionById.load(context, delivery.connectionId)
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its body, without secrets and card data; none for a refused one.' })
  async body(@Root() delivery: DeliveryRow, @Ctx() context: GraphContext) {
    const raw = await bodyOfDelivery.load(context, delivery.id)
    return raw === null ? null : stripBody(raw)
  }
}

export const deliveryResolvers = [DeliveryResolver, DeliveryConnectionResolver]
