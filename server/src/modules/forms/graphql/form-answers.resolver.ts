import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { FieldValue, fieldValuesOf } from '../../../graphql-kit/field-value.type.ts'
import { Money, moneyOf } from '../../../graphql-kit/money.type.ts'
import { Package } from '../../packages/graphql/package.type.ts'
import { packageById } from '../../packages/graphql/packages.loaders.ts'
import { type DefinitionRow, standardDefinition } from '../service/form-definitions.ts'
import type { AnswersRow, FormVersionRow } from '../service/form-rows.ts'
import { CallOutcome } from './call-outcome.type.ts'
import { FormDefinition } from './form-definition.type.ts'
import { definitionById } from './forms.loaders.ts'
import { OpportunityStatus } from './opportunity-status.type.ts'
import { callOutcomeById, opportunityStatusById } from './options.loaders.ts'
import { PostCallForm, PostCallFormAnswers, PostCallFormVersion } from './post-call-form.type.ts'

async function definitionOf(context: GraphContext, { definitionId }: AnswersRow): Promise<DefinitionRow> {
  const saved = definitionId === null ? null : await definitionById.load(context, definitionId)
  return saved ?? standardDefinition
}

/** What a form or a version of one says that is looked up: money, entries of lists, and fields by the definition that it was filed under. */
function answersOf(type: () => ClassType) {
  @Resolver(type)
  class AnswersResolver {
    @FieldResolver(() => Money, { nullable: true, description: 'The cash that the closer says was collected.' })
    cashCollected(@Root() { cashCollectedMinor, cashCurrency }: AnswersRow) {
      return cashCollectedMinor !== null && cashCurrency !== null ? moneyOf(cashCollectedMinor, cashCurrency) : null
    }

    @FieldResolver(() => Package, { nullable: true, description: 'What was sold.' })
    package(@Root() { packageId }: AnswersRow, @Ctx() context: GraphContext) {
      return packageId === null ? null : packageById.load(context, packageId)
    }

    @FieldResolver(() => CallOutcome, { nullable: true, description: "How the call ended, in the organization's own words." })
    callOutcome(@Root() { callOutcomeId }: AnswersRow, @Ctx() context: GraphContext) {
      return callOutcomeId === null ? null : callOutcomeById.load(context, callOutcomeId)
    }

    @FieldResolver(() => OpportunityStatus, { nullable: true, description: 'Where the deal stands.' })
    opportunityStatus(@Root() { opportunityStatusId }: AnswersRow, @Ctx() context: GraphContext) {
      return opportunityStatusId === null ? null : opportunityStatusById.load(context, opportunityStatusId)
    }

    @FieldResolver(() => [FieldValue], {
      description: "The organization's own fields that have a value, in the order of their definition.",
    })
    async fields(@Root() answers: AnswersRow, @Ctx() context: GraphContext) {
      const { definition } = await definitionOf(context, answers)
      return fieldValuesOf(definition.fields, answers.fields)
    }

    @FieldResolver(() => FormDefinition, { description: 'What the form asked when this was filed.' })
    definition(@Root() answers: AnswersRow, @Ctx() context: GraphContext) {
      return definitionOf(context, answers)
    }
  }
  return AnswersResolver
}

@Resolver(() => PostCallFormVersion)
class PostCallFormVersionResolver {
  @FieldResolver()
  answers(@Root() version: FormVersionRow) {
    return version
  }
}

export const formAnswersResolvers = [answersOf(() => PostCallForm), answersOf(() => PostCallFormAnswers), PostCallFormVersionResolver]
