import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { refusalOf } from '../../../apollo/read-error.ts'
import { DateTime, Unknown } from '../../../components/figures.tsx'
import { notify } from '../../../components/notify.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { Facts, Section } from '../../../components/section.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { RateFileForm, type RateFileFormProps } from '../../../features/rates/rate-file-form.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { formatPeriod } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { useNow } from '../../../lib/use-now.ts'

const query = graphql(`
  query PlatformRatesPage {
    platformRates {
      days
      rates
      currencies
      oldestDay
      newestDay
      importedAt
    }
  }
`)

const importMutation = graphql(`
  mutation ImportReferenceRates($input: ImportReferenceRatesInput!) {
    importReferenceRates(input: $input) {
      file {
        days
        from
        to
        currencies
        rates
        added
        changed
      }
      platformRates {
        days
        newestDay
      }
    }
  }
`)

const limits = { mostRates: 60_000, mostCharacters: 900_000 }

/** The reference rates that all organizations share: how far they reach, and more of them from a file. */
export function Component() {
  const { data, error, refetch } = useQuery(query)
  const [importRates] = useMutation(importMutation)
  const send: RateFileFormProps['onSend'] = async ({ fileName, content, dryRun, attemptId }) => {
    try {
      const input = { fileName, content, dryRun, ...(dryRun ? {} : { clientMutationId: attemptId }) }
      const { data: told } = await importRates({ variables: { input } })
      return { ok: true, report: told?.importReferenceRates.file }
    } catch (failure) {
      return refusalOf(failure, [])
    }
  }
  return (
    <>
      <PageHeader title="Rates" note="by which payments in other currencies are converted" />
      <div
        role="region"
        aria-label="Reference rates"
        tabIndex={0}
        className="min-h-0 flex-1 divide-y divide-line overflow-y-auto"
      >
        {data ? (
          <KnownRates {...data.platformRates} />
        ) : error ? (
          <LoadError title="The rates did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={4} columns={2} label="Loading the rates" />
        )}
        <Section title="Rates from a file">
          <p className="mt-2 mb-3 max-w-130 text-pretty text-fg-2">
            The European Central Bank’s files: eurofxref-daily.xml, eurofxref-hist-90d.xml or eurofxref-hist.xml, or the
            table inside of eurofxref.zip or eurofxref-hist.zip. Every organization’s payments are converted by them.
          </p>
          <RateFileForm
            limits={limits}
            onSend={send}
            onDone={({ added, changed }) => {
              notify.done('The rates were saved', {
                detail: `${formatCount(added)} are new, ${formatCount(changed)} were replaced.`,
              })
              void refetch()
            }}
          />
        </Section>
      </div>
    </>
  )
}

interface KnownRatesProps {
  days: number
  rates: number
  currencies: number
  oldestDay: string | null
  newestDay: string | null
  importedAt: string | null
}

function KnownRates({ days, rates, currencies, oldestDay, newestDay, importedAt }: KnownRatesProps) {
  const { locale } = useFormatSettings()
  const now = useNow()
  if (oldestDay === null || newestDay === null)
    return (
      <Section title="Reference rates">
        <p className="mt-2 max-w-130 text-pretty text-fg-2">
          None is known. Payments in another currency than their organization’s are in no figure until one is.
        </p>
      </Section>
    )
  return (
    <Section title="Reference rates" action={<span className="text-fg-3">European Central Bank</span>}>
      <div className="mt-3">
        <Facts
          facts={[
            {
              term: 'Newest day',
              value: formatPeriod({ from: newestDay, to: newestDay }, { locale, now, year: 'always' }),
            },
            {
              term: 'Days',
              value: `${formatCount(days)}, since ${formatPeriod({ from: oldestDay, to: oldestDay }, { locale, now, year: 'always' })}`,
            },
            { term: 'Currencies', value: formatCount(currencies) },
            { term: 'Rates', value: formatCount(rates) },
            { term: 'Last brought', value: importedAt === null ? <Unknown /> : <DateTime at={importedAt} /> },
          ]}
        />
      </div>
    </Section>
  )
}
