import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { notify } from '../../../components/notify.ts'
import { useFieldDefinitions } from '../../../features/fields/use-demanded-fields.ts'
import { ImportLeads, type ImportLeadsProps } from '../../../features/imports/import-leads.tsx'
import { ImportList } from '../../../features/imports/import-list.tsx'
import { useViewer } from '../../../lib/viewer.ts'
import { FormSkeleton } from './form-skeleton.tsx'

const importsQuery = graphql(`
  query SettingsImports($first: Int!, $after: String) {
    organization {
      id
      usage {
        importsUsed
        imports
      }
    }
    imports(first: $first, after: $after) {
      edges {
        node {
          ...ImportList_import @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const importMutation = graphql(`
  mutation ImportLeads($input: ImportLeadsInput!) {
    importLeads(input: $input) {
      import {
        id
        createdCount
        knownCount
      }
    }
  }
`)

const pageRows = 20

/** Leads out of a file, and the imports so far. */
export function ImportTab() {
  const { data, error, refetch, fetchMore } = useQuery(importsQuery, { variables: { first: pageRows } })
  const [importLeads] = useMutation(importMutation)
  const { organization } = useViewer()
  const fields = useFieldDefinitions('LEAD')

  const send: ImportLeadsProps['onSend'] = async (fileName, rows, attemptId) => {
    try {
      const input = { fileName, rows: [...rows], clientMutationId: attemptId }
      const { data: answer } = await importLeads({ variables: { input } })
      void refetch()
      return { ok: true, outcome: answer?.importLeads.import }
    } catch (failure) {
      return { ...refusalOf(failure, []), problems: readError(failure).fields }
    }
  }
  const loadMore = async () => {
    try {
      await fetchMore({ variables: { after: data?.imports.pageInfo.endCursor } })
    } catch (failure) {
      const { title, advice } = readError(failure)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
      <ImportLeads fields={fields} currency={organization.currency} onSend={send} />
      {data ? (
        <ImportList
          imports={data.imports.edges.map(({ node }) => node)}
          hasMore={data.imports.pageInfo.hasNextPage}
          onMore={() => void loadMore()}
          used={data.organization.usage.importsUsed}
          limit={data.organization.usage.imports}
        />
      ) : error ? (
        <ErrorState {...readError(error)} onRetry={() => void refetch()} />
      ) : (
        <FormSkeleton label="Loading the imports" fields={2} />
      )}
    </div>
  )
}
