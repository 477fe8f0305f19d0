import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { createSource } from '../service/create-source.ts'
import { createTrafficType } from '../service/create-traffic-type.ts'
import { listCallTypes, listSources, listTrafficTypes, type SourceRow } from '../service/load-roster.ts'
import { updateSource } from '../service/update-source.ts'
import { CallType } from './call-type.type.ts'
import {
  CreateSourceInput,
  CreateSourcePayload,
  CreateTrafficTypeInput,
  CreateTrafficTypePayload,
  UpdateSourceInput,
  UpdateSourcePayload,
} from './roster.inputs.ts'
import { aliasesOfSource, sourceById, trafficTypeById } from './roster.loaders.ts'
import { Source } from './source.type.ts'
import { TrafficType } from './traffic-type.type.ts'

@Resolver(() => Source)
class SourceResolver {
  @Query(() => [Source], { description: 'Every source, by name.' })
  sources(@Ctx() context: GraphContext) {
    return listSources(context.tx)
  }

  @Query(() => [TrafficType], { description: 'Every traffic type, by name.' })
  trafficTypes(@Ctx() context: GraphContext) {
    return listTrafficTypes(context.tx)
  }

  @Query(() => [CallType], { description: 'Every call type, by name.' })
  callTypes(@Ctx() context: GraphContext) {
    return listCallTypes(context.tx)
  }

  @Mutation(() => CreateSourcePayload, { description: 'Adds a source. Earlier bookings that name it become its.' })
  async createSource(
    @Arg('input', () => CreateSourceInput, { description: 'The source.' }) input: CreateSourceInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createSource', input, (tx) => createSource({ actor: context.actor, input, tx }))
    return { source: await sourceById.load(context, id) }
  }

  @Mutation(() => UpdateSourcePayload, { description: 'Changes a source.' })
  async updateSource(
    @Arg('input', () => UpdateSourceInput, { description: 'What to change.' }) input: UpdateSourceInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updateSource', input, (tx) => updateSource({ actor: context.actor, input, tx }))
    return { source: await sourceById.load(context, id) }
  }

  @Mutation(() => CreateTrafficTypePayload, { description: 'Adds a traffic type.' })
  async createTrafficType(
    @Arg('input', () => CreateTrafficTypeInput, { description: 'The traffic type.' }) input: CreateTrafficTypeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createTrafficType', input, (tx) => createTrafficType({ actor: context.actor, input, tx }))
    return { trafficType: await trafficTypeById.load(context, id) }
  }

  @FieldResolver(() => [String], { description: 'Other names that bookings know it by.' })
  aliases(@Root() source: SourceRow, @Ctx() context: GraphContext) {
    return aliasesOfSource.load(context, source.id)
  }

  @FieldResolver(() => TrafficType, { nullable: true, description: 'What its leads are, unless their booking says otherwise.' })
  trafficType(@Root() source: SourceRow, @Ctx() context: GraphContext) {
    return source.trafficTypeId === null ? null : trafficTypeById.load(context, source.trafficTypeId)
  }
}

export const sourceResolvers = [SourceResolver]
