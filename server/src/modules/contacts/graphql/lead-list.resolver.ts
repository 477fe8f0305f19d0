import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { readFieldFilters } from '../../fields/service/index.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { countLeads, type LeadFilter as Wanted, listLeads } from '../service/list-leads.ts'
import { LeadFilter, LeadOrder } from './leads-list.inputs.ts'

const { Connection: LeadConnection, ConnectionResolver: LeadConnectionResolver } = defineConnection('Lead', () => Lead)

@Resolver(() => Lead)
class LeadListResolver {
  @Query(() => LeadConnection, {
    description: 'Leads, the newest first unless asked otherwise. Who was merged into another is not among them.',
  })
  async leads(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LeadFilter, { nullable: true, description: 'Which leads.' }) filter: LeadFilter | undefined,
    @Arg('orderBy', () => LeadOrder, { nullable: true, description: 'In which order.' }) orderBy: LeadOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const wanted = await readFilter(context, filter)
    const rows = await listLeads(context.tx, wanted, orderBy ?? { field: 'created_at', direction: 'desc' }, page)
    return toConnection(rows, () => countLeads(context.tx, wanted))
  }
}

async function readFilter(context: GraphContext, filter: LeadFilter | undefined): Promise<Wanted> {
  if (!filter) return {}
  // Whoever is asked who paid is told it, by each lead that is found or not.
  if (typeof filter.hasPayments === 'boolean') requireScope(context, 'payments:read')
  const { created, fields, ...other } = filter
  const rest = { ...other, fields: await readFieldFilters(context.tx, 'lead', fields) }
  return created ? { ...rest, created: spanOf(created, 'filter.created', await timeZoneOf(context.tx)) } : rest
}

export const leadListResolvers = [LeadListResolver, LeadConnectionResolver]
