import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { viewerOrganizations } from '../service/viewer-organizations.ts'
import { viewerOf } from './viewer-of.ts'
import { Viewer, ViewerOrganization } from './viewer.type.ts'

@Resolver(() => Viewer)
class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who calls; null for somebody who is not signed in.' })
  viewer(@Ctx() { caller }: GraphContext): Viewer | null {
    return viewerOf(caller)
  }

  @FieldResolver(() => [ViewerOrganization], { description: 'The organizations that the caller belongs to.' })
  organizations(@Ctx() { caller, services }: GraphContext) {
    return viewerOrganizations(services.database, caller)
  }
}

export const viewerResolvers = [ViewerResolver]
