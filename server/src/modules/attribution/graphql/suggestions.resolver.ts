import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { isRep } from '../../../kernel/actor.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { loadSuggestions, type Suggestion } from '../service/load-suggestions.ts'

const suggestionsOfPayment = defineLoader<readonly Suggestion[]>(loadSuggestions, [])

@ObjectType({ description: 'A call that a payment without credit may be for.', simpleResolvers: true })
class AttributionSuggestion {
  @Field(() => Int, { description: 'How much speaks for it, from 1 to 100.' })
  declare score: number
  @Field(() => [String], { description: 'What speaks for it, in words, the strongest first.' })
  declare reasons: string[]
}

@Resolver(() => Payment)
class PaymentSuggestionsResolver {
  @FieldResolver(() => [AttributionSuggestion], {
    description:
      'Calls that it may be for while it is credited to none, for a person to decide: at most five, the likeliest first. Empty for a sales rep.',
  })
  suggestions(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    requireScope(context, 'leads:read')
    if (isRep(context.actor) || payment.eventId !== null) return []
    return suggestionsOfPayment.load(context, payment.id)
  }
}

@Resolver(() => AttributionSuggestion)
class AttributionSuggestionResolver {
  @FieldResolver(() => EventType, { nullable: true, description: 'The call.' })
  event(@Root() suggestion: Suggestion, @Ctx() context: GraphContext) {
    requireScope(context, 'events:read')
    return eventById.load(context, suggestion.eventId)
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'Whose call it is.' })
  lead(@Root() suggestion: Suggestion, @Ctx() context: GraphContext) {
    return leadById.load(context, suggestion.leadId)
  }
}

export const suggestionResolvers = [PaymentSuggestionsResolver, AttributionSuggestionResolver]
