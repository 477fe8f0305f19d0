import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { Connection } from '../../connections/graphql/connection.type.ts'
import type { ConnectionRow } from '../../connections/service/index.ts'
import { loadReadings, type ReadingRow } from '../service/note-reading.ts'
import { AvailabilityReading } from './availability.type.ts'

const readingOfConnection = defineLoader<ReadingRow | null>(loadReadings, null)

@Resolver(() => Connection)
class ConnectionAvailabilityResolver {
  @FieldResolver(() => AvailabilityReading, {
    nullable: true,
    description: 'How its hosts’ hours were read last, which utilization is reckoned from; none where they never were.',
  })
  availability(@Root() { id }: ConnectionRow, @Ctx() context: GraphContext) {
    return readingOfConnection.load(context, id)
  }
}

export const availabilityResolvers = [ConnectionAvailabilityResolver]
