import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { ownPortalVisit } from '../service/own-portal-visit.ts'

@ObjectType({ description: 'How the caller, who came by a portal link, is in.', simpleResolvers: true })
export class PortalVisit {
  @Field(() => DateTimeScalar, { description: 'When they opened the link on this browser.' })
  declare openedAt: string
  @Field(() => DateTimeScalar, { description: 'When this browser’s session ends.' })
  declare endsAt: string
  @Field(() => DateTimeScalar, { description: 'When the link ends, and every session of it.' })
  declare linkEndsAt: string
  @Field(() => Boolean, { description: 'Whether the link was good for one opening only.' })
  declare singleUse: boolean
  @Field(() => Int, { description: 'On how many other browsers the portal is open by the same link.' })
  declare otherSessions: number
}

@Resolver(() => PortalVisit)
class PortalVisitResolver {
  @Query(() => PortalVisit, { nullable: true, description: 'The caller’s own visit; null for whoever came by no portal link.' })
  async portalVisit(@Ctx() { actor, origin, services }: GraphContext) {
    return actor.kind === 'portal' ? ownPortalVisit({ database: services.database, actor, origin }) : null
  }
}

export const portalVisitResolvers = [PortalVisitResolver]
