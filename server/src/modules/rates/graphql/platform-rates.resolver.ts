import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { importReferenceRates, loadReferenceRates, type RatesOperator } from '../service/reference-rates.ts'
import { PlatformRates } from './rate.type.ts'
import { ImportReferenceRatesInput, ImportReferenceRatesPayload } from './rates.inputs.ts'

/** The operator who calls; the rule isOperator has let them through. */
function operating({ caller, services, origin }: GraphContext): RatesOperator {
  if (!caller.account) throw unauthenticated()
  return { account: caller.account, database: services.database, origin }
}

@Resolver()
export class PlatformRatesResolver {
  @Query(() => PlatformRates, { description: 'How far the reference rates reach. For operators.' })
  platformRates(@Ctx() context: GraphContext) {
    return loadReferenceRates(operating(context))
  }

  @Mutation(() => ImportReferenceRatesPayload, {
    description: 'Takes the European Central Bank’s file as the rates that all organizations share. For operators.',
  })
  async importReferenceRates(
    @Arg('input', () => ImportReferenceRatesInput, { description: 'The file.' }) input: ImportReferenceRatesInput,
    @Ctx() context: GraphContext,
  ) {
    const by = operating(context)
    const file = await importReferenceRates(by, input)
    return { file, platformRates: await loadReferenceRates(by) }
  }
}
