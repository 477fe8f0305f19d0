import type { FieldMapping } from '@clinch/drizzle/tables'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { FieldMappingInput } from '../../connections/graphql/connections.inputs.ts'
import { connectionById } from '../../connections/graphql/connections.loaders.ts'
import { readMappingInput } from '../../connections/graphql/mapping.type.ts'
import { countRemapped, previewMapping, type PreviewedBooking } from '../service/preview-mapping.ts'
import { reapplyMapping } from '../service/reapply-mapping.ts'
import { MappingPreview, ReapplyMappingInput, ReapplyMappingPayload } from './mapping-preview.type.ts'

interface Asked {
  connectionId: string
  mapping: FieldMapping
}

@Resolver(() => MappingPreview)
class MappingPreviewResolver {
  @Query(() => MappingPreview, {
    nullable: true,
    description:
      'What a mapping would make of the bookings that a connection brought; null where there is no such connection. Changes nothing.',
  })
  async mappingPreview(
    @Arg('connectionId', () => ID, { description: 'The connection.' }) connectionId: string,
    @Arg('mapping', () => FieldMappingInput, { description: 'The mapping.' }) mapping: FieldMappingInput,
    @Ctx() context: GraphContext,
  ): Promise<Asked | null> {
    const read = readMappingInput(mapping)
    return (await connectionById.load(context, connectionId)) ? { connectionId, mapping: read } : null
  }

  @FieldResolver()
  async bookings(@Root() { connectionId, mapping }: Asked, @Ctx() context: GraphContext) {
    return (await previewMapping(context.tx, connectionId, mapping)).map(toMapped)
  }

  @FieldResolver(() => Int, {
    description:
      'How many past bookings would come out otherwise than they are. Reads all of them: ask for it before applying, not while typing.',
  })
  wouldChange(@Root() { connectionId, mapping }: Asked, @Ctx() context: GraphContext) {
    return countRemapped(context.tx, connectionId, mapping)
  }

  @Mutation(() => ReapplyMappingPayload, {
    description: 'Reads the past bookings of a connection by the mapping that it has now. What a person said of a call stays.',
  })
  reapplyMapping(
    @Arg('input', () => ReapplyMappingInput, { description: 'The connection.' }) input: ReapplyMappingInput,
    @Ctx() context: GraphContext,
  ) {
    return context.write('reapplyMapping', input, (tx) => reapplyMapping({ actor: context.actor, input, tx }))
  }
}

const toMapped = ({ id, leadName, bookedAt, ...names }: PreviewedBooking) => ({
  id,
  leadName,
  bookedAt,
  setter: nameOf(names.setterName, names.setterId !== null),
  source: nameOf(names.sourceName, names.sourceId !== null),
  trafficType: nameOf(names.trafficTypeName, names.trafficTypeKnown),
})

const nameOf = (name: string | null, known: boolean) => (name === null ? null : { name, known })

export const mappingPreviewResolvers = [MappingPreviewResolver]
