import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { countLeads, listLeads } from '../service/list-leads.ts'
import type { LeadRow } from '../service/load-leads.ts'
import { Lead } from './lead.type.ts'
import { LeadFilter, LeadOrder } from './leads.inputs.ts'
import { leadById } from './leads.loaders.ts'
import { ofLead } from './leads.relations.ts'

const { Connection: LeadConnection, ConnectionResolver: LeadConnectionResolver } = defineConnection('Lead', () => Lead)

@Resolver(() => Lead)
class LeadResolver {
  @Query(() => LeadConnection, { description: 'Leads, the newest first unless asked otherwise.' })
  async leads(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LeadFilter, { nullable: true, description: 'Which leads.' }) filter: LeadFilter | undefined,
    @Arg('orderBy', () => LeadOrder, { nullable: true, description: 'In which order.' }) orderBy: LeadOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listLeads(context.tx, filter ?? {}, orderBy ?? { field: 'created_at', direction: 'desc' }, page)
    return toConnection(rows, () => countLeads(context.tx, filter ?? {}))
  }

  @Query(() => Lead, { nullable: true, description: 'One lead, or null if there is none of this id for this caller.' })
  async lead(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext): Promise<LeadRow | null> {
    return leadById.load(context, id)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Who booked them first.' })
  originalSetter(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return ofLead.originalSetter.of(context, lead)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Who booked their latest call.' })
  currentSetter(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return ofLead.currentSetter.of(context, lead)
  }
}

export const leadResolvers = [LeadResolver, LeadConnectionResolver]
