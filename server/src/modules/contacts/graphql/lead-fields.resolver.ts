import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { Money, moneyOf } from '../../../graphql-kit/money.type.ts'
import { mayRead, requireScope } from '../../../graphql-kit/require-scope.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import type { LeadRow } from '../../leads/service/index.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { sourceById, trafficTypeById } from '../../roster/graphql/roster.loaders.ts'
import { Source } from '../../roster/graphql/source.type.ts'
import { TrafficType } from '../../roster/graphql/traffic-type.type.ts'
import { LeadAddress, LeadMerge } from './contacts.type.ts'
import { knownOfLead } from './contacts.relations.ts'

@Resolver(() => Lead)
class LeadFieldsResolver {
  @FieldResolver(() => [LeadAddress], {
    description: 'Every e-mail address that they are known by, the one they go by first. Empty for a sales rep.',
  })
  emails(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return knownOfLead.emails.of(context, lead)
  }

  @FieldResolver(() => [LeadAddress], {
    description: 'Every phone number that they are known by, the one they go by first. Empty for a sales rep.',
  })
  phones(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return knownOfLead.phones.of(context, lead)
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'Where they came from: as their first booking that says so, else as was known before any.',
  })
  async source(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    const origin = await knownOfLead.source.of(context, lead)
    return origin?.sourceId ? sourceById.load(context, origin.sourceId) : null
  }

  @FieldResolver(() => TrafficType, { nullable: true, description: 'The kind of traffic that they came by, told as the source is.' })
  async trafficType(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    const origin = await knownOfLead.trafficType.of(context, lead)
    return origin?.trafficTypeId ? trafficTypeById.load(context, origin.trafficTypeId) : null
  }

  @FieldResolver(() => [EventType], { description: 'Their calls, the latest first; at most a hundred.' })
  events(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    requireScope(context, 'events:read')
    return knownOfLead.events.of(context, lead)
  }

  @FieldResolver(() => [Payment], { description: 'Their payments that count, the latest first; at most a hundred.' })
  payments(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    requireScope(context, 'payments:read')
    return knownOfLead.payments.of(context, lead)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What they paid, less refunds and lost disputes, in the currency that the organization reports in. Null where the rate of one of the payments is not known, for an API key that may not read payments, and for a sales rep who is not shown any.',
  })
  async netCash(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    if (!mayRead(context, 'payments:read')) return null
    const cash = await knownOfLead.netCash.of(context, lead)
    return cash && cash.netMinor !== null ? moneyOf(cash.netMinor, cash.currency) : null
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'Whom this lead is now part of, where they were merged.' })
  async mergedInto(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    const survivorId = await knownOfLead.survivor.of(context, lead)
    return survivorId === null ? null : leadById.load(context, survivorId)
  }

  @FieldResolver(() => [LeadMerge], { description: 'The merges that made this lead, the latest first. Empty for a sales rep.' })
  merges(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return knownOfLead.merges.of(context, lead)
  }
}

export const leadFieldResolvers = [LeadFieldsResolver]
