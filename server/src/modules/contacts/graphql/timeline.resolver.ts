import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { mayRead, requireScope } from '../../../graphql-kit/require-scope.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import type { LeadRow } from '../../leads/service/index.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { countTimeline, loadTimeline, type TimelineRow } from '../service/load-timeline.ts'
import { ofEntry } from './contacts.relations.ts'
import { LeadTimelineEntry } from './timeline.type.ts'

const { Connection: TimelineConnection, ConnectionResolver: TimelineConnectionResolver } = defineConnection(
  'LeadTimelineEntry',
  () => LeadTimelineEntry,
)

@Resolver(() => Lead)
class LeadTimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    description:
      'All that happened with them, the latest first: calls, forms, money, credit, merges, addresses. A sales rep sees what is theirs, an API key what its scopes are for.',
  })
  async timeline(@Root() lead: LeadRow, @Args(() => PageArgs) page: PageArgs, @Ctx() context: GraphContext) {
    const parts = { calls: mayRead(context, 'events:read'), money: mayRead(context, 'payments:read') }
    return toConnection(await loadTimeline(context.tx, lead.id, page, parts), () => countTimeline(context.tx, lead.id, parts))
  }
}

@Resolver(() => LeadTimelineEntry)
class TimelineEntryResolver {
  @FieldResolver()
  id(@Root() { id, kind }: TimelineRow) {
    return `${kind}:${id}`
  }

  @FieldResolver()
  amount(@Root() { amountMinor, currency }: TimelineRow) {
    return amountMinor === null || currency === null ? null : moneyOf(amountMinor, currency)
  }

  @FieldResolver(() => EventType, { nullable: true, description: 'The call that it is about.' })
  event(@Root() entry: TimelineRow, @Ctx() context: GraphContext) {
    requireScope(context, 'events:read')
    return ofEntry.event.of(context, entry)
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment that it is about.' })
  payment(@Root() entry: TimelineRow, @Ctx() context: GraphContext) {
    requireScope(context, 'payments:read')
    return ofEntry.payment.of(context, entry)
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'The other of two leads who were merged.' })
  otherLead(@Root() entry: TimelineRow, @Ctx() context: GraphContext) {
    return ofEntry.otherLead.of(context, entry)
  }
}

export const timelineResolvers = [LeadTimelineResolver, TimelineConnectionResolver, TimelineEntryResolver]
