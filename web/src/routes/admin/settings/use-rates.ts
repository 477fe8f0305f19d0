import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../../apollo/read-error.ts'
import { notify } from '../../../components/notify.ts'
import type { RateFileFormProps } from '../../../features/rates/rate-file-form.tsx'
import type { RateFormProps } from '../../../features/rates/rate-form.tsx'
import type { RateRow } from '../../../features/rates/rate-list.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { isDay } from '../../../lib/period.ts'

const ratesQuery = graphql(`
  query SettingsRates($first: Int!, $after: String, $filter: ExchangeRateFilter) {
    organization {
      id
      currency
    }
    currenciesInUse {
      ...CurrencyList_currency @unmask
    }
    exchangeRates(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          ...RateList_rate @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const setMutation = graphql(`
  mutation SetExchangeRate($input: SetExchangeRateInput!) {
    setExchangeRate(input: $input) {
      exchangeRate {
        id
      }
      days
      converted
      isConverting
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveExchangeRate($input: RemoveExchangeRateInput!) {
    removeExchangeRate(input: $input) {
      id
      converted
      isConverting
    }
  }
`)

const importMutation = graphql(`
  mutation ImportRates($input: ImportRatesInput!) {
    importRates(input: $input) {
      file {
        days
        from
        to
        currencies
        rates
        added
        changed
      }
      converted
      isConverting
    }
  }
`)

const pageRows = 50

/** What became of payments, in words. */
const convertedWords = ({
  converted,
  isConverting,
}: {
  converted: number
  isConverting: boolean
}): string | undefined => {
  if (isConverting) return 'Payments are being converted; the figures follow.'
  if (converted === 0) return undefined
  return converted === 1 ? 'One payment was converted.' : `${formatCount(converted)} payments were converted.`
}

/** The currencies' settings, and what can be done with them. */
export function useRates({ currency, day }: { currency: string; day: string }) {
  const filter = {
    ...(currency === '' ? {} : { currencies: [currency] }),
    ...(isDay(day) ? { days: { from: day, to: day } } : {}),
  }
  const reading = useQuery(ratesQuery, { variables: { first: pageRows, filter } })
  const [setRate] = useMutation(setMutation)
  const [removeRate] = useMutation(removeMutation)
  const [importRates] = useMutation(importMutation)
  const { data, fetchMore, refetch } = reading

  const save =
    (attemptId: string): RateFormProps['onSend'] =>
    async ({ until, ...values }) => {
      try {
        const input = { ...values, ...(until === '' ? {} : { until }), clientMutationId: attemptId }
        const { data: told } = await setRate({ variables: { input } })
        notify.done('The rate was set', { detail: told && convertedWords(told.setExchangeRate) })
        void refetch()
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['day', 'base', 'quote', 'rate', 'until'] as const)
      }
    }
  const remove = async ({ id }: RateRow) => {
    try {
      const { data: told } = await removeRate({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } })
      notify.done('The rate was removed', { detail: told && convertedWords(told.removeExchangeRate) })
      void refetch()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  const send: RateFileFormProps['onSend'] = async ({ fileName, content, dryRun, attemptId }) => {
    try {
      const input = { fileName, content, dryRun, ...(dryRun ? {} : { clientMutationId: attemptId }) }
      const { data: told } = await importRates({ variables: { input } })
      return { ok: true, report: told?.importRates.file }
    } catch (error) {
      return refusalOf(error, [])
    }
  }
  const more = async () => {
    try {
      await fetchMore({
        variables: { after: data?.exchangeRates.pageInfo.endCursor },
        updateQuery: (before, { fetchMoreResult: { exchangeRates } }) => ({
          ...before,
          exchangeRates: { ...exchangeRates, edges: [...before.exchangeRates.edges, ...exchangeRates.edges] },
        }),
      })
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return { ...reading, data: data ?? reading.previousData, save, remove, send, more }
}
