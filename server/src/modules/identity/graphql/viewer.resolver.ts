import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { permissionsOf } from '../service/permissions-of.ts'
import { viewerOrganizations } from '../service/viewer-organizations.ts'
import { Viewer, ViewerOrganization } from './viewer.type.ts'

@Resolver(() => Viewer)
class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who calls; null for somebody who is not signed in.' })
  viewer(@Ctx() { caller }: GraphContext): Viewer | null {
    const { account, actor, why } = caller
    const permissions = actor ? permissionsOf(actor) : []
    if (account) {
      const role = actor?.kind === 'user' ? actor.role : null
      return {
        id: account.userId,
        kind: 'user',
        name: account.name,
        email: account.email,
        role,
        organizationId: actor?.organizationId ?? null,
        why,
        permissions,
      }
    }
    if (actor?.kind !== 'api_key') return null
    return {
      id: actor.keyId,
      kind: 'api_key',
      name: actor.name,
      email: null,
      role: null,
      organizationId: actor.organizationId,
      why,
      permissions,
    }
  }

  @FieldResolver(() => [ViewerOrganization], { description: 'The organizations that the caller belongs to.' })
  organizations(@Ctx() { caller, services }: GraphContext) {
    return viewerOrganizations(services.database, caller)
  }
}

export const viewerResolvers = [ViewerResolver]
