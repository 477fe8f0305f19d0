import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { FieldMappingInput } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'

const reachQuery = graphql(`
  query MappingReach($connectionId: ID!, $mapping: FieldMappingInput!) {
    mappingPreview(connectionId: $connectionId, mapping: $mapping) {
      wouldChange
    }
  }
`)

const reapplyMutation = graphql(`
  mutation ReapplyMapping($input: ReapplyMappingInput!) {
    reapplyMapping(input: $input) {
      changed
      moreLeft
    }
  }
`)

export interface ReapplyDialogProps {
  connectionId: string
  /** As it was just saved. */
  mapping: FieldMappingInput
  onClose: () => void
}

const bookings = (count: number): string => (count === 1 ? '1 past booking' : `${formatCount(count)} past bookings`)

/** Asks whether a mapping that was changed is to hold for past bookings too; says first how many would change. */
export function ReapplyDialog({ connectionId, mapping, onClose }: ReapplyDialogProps) {
  const client = useApolloClient()
  const { data, error } = useQuery(reachQuery, { variables: { connectionId, mapping }, fetchPolicy: 'no-cache' })
  const [reapply] = useMutation(reapplyMutation)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const count = data?.mappingPreview?.wouldChange
  const apply = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      let changed = 0
      for (let more = true; more;) {
        const answer = await reapply({ variables: { input: { connectionId, clientMutationId: crypto.randomUUID() } } })
        changed += answer.data?.reapplyMapping.changed ?? 0
        more = answer.data?.reapplyMapping.moreLeft ?? false
      }
      notify.done(`${changed === 1 ? '1 call' : `${formatCount(changed)} calls`} changed`, {
        detail: 'Those that were moved follow their first booking.',
      })
      void client.refetchQueries({ include: ['TeamNames'] })
      onClose()
    } catch (failure) {
      setProblem(readError(failure).title)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Apply the mapping to past bookings?"
      description={
        count === undefined
          ? 'Reading the past bookings.'
          : count === 0
            ? 'No past booking comes out otherwise.'
            : `${bookings(count)} would come out otherwise. What a person said of a call stays, and payments are credited anew.`
      }
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {count === 0 ? 'Close' : 'Leave them as they are'}
          </Button>
          {count !== 0 && (
            <Button size="md" variant="primary" busy={busy} disabled={count === undefined} onClick={() => void apply()}>
              {count === undefined ? 'Apply' : `Apply to ${bookings(count)}`}
            </Button>
          )}
        </>
      }
    >
      {(problem ?? error) && <FormProblem message={problem ?? (error && readError(error).title)} />}
    </Dialog>
  )
}
