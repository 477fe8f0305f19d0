import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { checkPeriod } from '../../../graphql-kit/period.type.ts'
import { CurrencyCodeScalar, DateScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { findRate } from '../service/find-rate.ts'
import { importRates } from '../service/import-rates.ts'
import { countExchangeRates, listExchangeRates, loadExchangeRate } from '../service/list-exchange-rates.ts'
import { removeExchangeRate } from '../service/remove-exchange-rate.ts'
import { CurrencyPair } from '../service/schemas.ts'
import { setExchangeRate } from '../service/set-exchange-rate.ts'
import { ExchangeRate, FoundRate } from './rate.type.ts'
import {
  ExchangeRateFilter,
  ImportRatesInput,
  ImportRatesPayload,
  RemoveExchangeRateInput,
  RemoveExchangeRatePayload,
  SetExchangeRateInput,
  SetExchangeRatePayload,
} from './rates.inputs.ts'

const { Connection: ExchangeRateConnection, ConnectionResolver: ExchangeRateConnectionResolver } = defineConnection(
  'ExchangeRate',
  () => ExchangeRate,
)

@Resolver()
class ExchangeRateResolver {
  @Query(() => ExchangeRateConnection, { description: 'The organization’s own rates, the newest day first.' })
  async exchangeRates(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ExchangeRateFilter, { nullable: true, description: 'Which rates.' }) filter: ExchangeRateFilter | undefined,
    @Ctx() context: GraphContext,
  ) {
    if (filter?.days) checkPeriod(filter.days, 'filter.days')
    return toConnection(await listExchangeRates(context.tx, filter ?? {}, page), () => countExchangeRates(context.tx, filter ?? {}))
  }

  @Query(() => FoundRate, {
    nullable: true,
    description: 'By which rate an amount of a day would be converted, and where that is from; null where none is known.',
  })
  rate(
    @Arg('base', () => CurrencyCodeScalar, { description: 'What is converted.' }) base: string,
    @Arg('quote', () => CurrencyCodeScalar, { description: 'What it is converted into.' }) quote: string,
    @Arg('day', () => DateScalar, { description: 'The day.' }) day: string,
    @Ctx() context: GraphContext,
  ) {
    return findRate(context.tx, { ...parseInput(CurrencyPair, { base, quote }), day })
  }

  @Mutation(() => SetExchangeRatePayload, {
    description: 'Sets a rate by hand, for a day or a span of days. It outranks every other of its days, and payments are converted by it.',
  })
  async setExchangeRate(
    @Arg('input', () => SetExchangeRateInput, { description: 'The rate.' }) input: SetExchangeRateInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, ...told } = await context.write('setExchangeRate', input, (tx) => setExchangeRate({ actor: context.actor, input, tx }))
    return { ...told, exchangeRate: await loadExchangeRate(context.tx, id) }
  }

  @Mutation(() => RemoveExchangeRatePayload, {
    description: 'Removes one of the organization’s own rates. Payments are converted by the next best, or have none.',
  })
  removeExchangeRate(
    @Arg('input', () => RemoveExchangeRateInput, { description: 'Which.' }) input: RemoveExchangeRateInput,
    @Ctx() context: GraphContext,
  ) {
    return context.write('removeExchangeRate', input, (tx) => removeExchangeRate({ actor: context.actor, input, tx }))
  }

  @Mutation(() => ImportRatesPayload, {
    description:
      'Takes the European Central Bank’s file as the organization’s own rates, all of it or nothing. Payments are converted by it.',
  })
  async importRates(
    @Arg('input', () => ImportRatesInput, { description: 'The file.' }) input: ImportRatesInput,
    @Ctx() context: GraphContext,
  ) {
    const { converted, isConverting, ...file } = await context.write('importRates', input, (tx) =>
      importRates({ actor: context.actor, input, tx }),
    )
    return { file, converted, isConverting }
  }
}

export const exchangeRateResolvers = [ExchangeRateResolver, ExchangeRateConnectionResolver]
