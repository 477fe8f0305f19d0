import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { createPortalLink } from '../service/create-portal-link.ts'
import { listPortalLinks, type PortalLinkRow } from '../service/load-portal-links.ts'
import { replacePortalLink } from '../service/replace-portal-link.ts'
import { revokePortalLink } from '../service/revoke-portal-link.ts'
import { Closer } from './closer.type.ts'
import { PortalLink } from './portal-link.type.ts'
import {
  CreatePortalLinkInput,
  CreatePortalLinkPayload,
  ReplacePortalLinkInput,
  ReplacePortalLinkPayload,
  RevokePortalLinkInput,
  RevokePortalLinkPayload,
} from './portal-links.inputs.ts'
import { closerById, setterById } from './roster.loaders.ts'
import { Setter } from './setter.type.ts'

async function linkOf(context: GraphContext, id: string): Promise<PortalLinkRow> {
  const [link] = await listPortalLinks(context.tx, { id })
  if (!link) throw notFound('portal link')
  return link
}

/** The token stands after the `#`: browsers send that part to no server, and whoever previews a link does not use it up. */
const urlOf = ({ services }: GraphContext, token: string): string => `${services.publicUrl()}/portal/open#${token}`

@Resolver(() => PortalLink)
class PortalLinkResolver {
  @Query(() => [PortalLink], { description: 'Portal links, the newest first, also those that are over.' })
  portalLinks(
    @Arg('closerId', () => ID, { nullable: true, description: 'Of this closer only.' }) closerId: string | undefined,
    @Arg('setterId', () => ID, { nullable: true, description: 'Of this setter only.' }) setterId: string | undefined,
    @Ctx() context: GraphContext,
  ) {
    return listPortalLinks(context.tx, { closerId, setterId })
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'The closer whose portal it opens; none where it is a setter’s.' })
  closer(@Root() { closerId }: PortalLinkRow, @Ctx() context: GraphContext) {
    return closerId === null ? null : closerById.load(context, closerId)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'The setter whose portal it opens; none where it is a closer’s.' })
  setter(@Root() { setterId }: PortalLinkRow, @Ctx() context: GraphContext) {
    return setterId === null ? null : setterById.load(context, setterId)
  }

  @Mutation(() => CreatePortalLinkPayload, {
    description: 'Makes a portal link for somebody on the roster. Its address is shown once; only a hash of it is kept.',
  })
  async createPortalLink(
    @Arg('input', () => CreatePortalLinkInput, { description: 'The link.' }) input: CreatePortalLinkInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, token } = await context.write('createPortalLink', {}, (tx) => createPortalLink({ actor: context.actor, input, tx }))
    return { portalLink: await linkOf(context, id), url: urlOf(context, token) }
  }

  @Mutation(() => RevokePortalLinkPayload, { description: 'Revokes a portal link for good; whoever is in by it is out at once.' })
  async revokePortalLink(
    @Arg('input', () => RevokePortalLinkInput, { description: 'Which link.' }) input: RevokePortalLinkInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('revokePortalLink', input, (tx) => revokePortalLink({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { portalLink: await linkOf(context, id) }
  }

  @Mutation(() => ReplacePortalLinkPayload, {
    description: 'Revokes a portal link and makes one like it for the same person, in one act: for a link that was lost or is over.',
  })
  async replacePortalLink(
    @Arg('input', () => ReplacePortalLinkInput, { description: 'Which link.' }) input: ReplacePortalLinkInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, token } = await context.write('replacePortalLink', {}, (tx) => replacePortalLink({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { portalLink: await linkOf(context, id), replaced: await linkOf(context, input.id), url: urlOf(context, token) }
  }
}

export const portalLinkResolvers = [PortalLinkResolver]
