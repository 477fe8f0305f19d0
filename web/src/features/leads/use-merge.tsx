import { useApolloClient } from '@apollo/client/react'
import { useState, type ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { FindLeadDialog } from './find-lead-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import type { MergeLead } from './merge-lead.ts'

const mergeLeadQuery = graphql(`
  query MergeLead($id: ID!) {
    lead(id: $id) {
      ...MergeLead_lead @unmask
    }
  }
`)

type Asked = { lead: MergeLead; other: MergeLead | null } | null

export interface Merging {
  /** Asks with whom, unless that is said. */
  begin: (leadId: string, otherId?: string) => Promise<void>
  /** The dialogs, to be put on the page. */
  dialogs: ReactNode
}

/** Merging a lead with another: whom, what stays, what moves. */
export function useMerge(onMerged: (survivorId: string) => void): Merging {
  const client = useApolloClient()
  const [asked, setAsked] = useState<Asked>(null)
  const read = async (id: string) => {
    const { data } = await client.query({ query: mergeLeadQuery, variables: { id }, fetchPolicy: 'network-only' })
    return data?.lead ?? null
  }
  const begin = async (leadId: string, otherId?: string) => {
    try {
      const [lead, other] = await Promise.all([read(leadId), otherId === undefined ? null : read(otherId)])
      if (lead) setAsked({ lead, other })
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  const close = () => setAsked(null)
  return {
    begin,
    dialogs: asked && (
      <>
        {asked.other ? (
          <MergeDialog one={asked.lead} other={asked.other} onMerged={onMerged} onClose={close} />
        ) : (
          <FindLeadDialog lead={asked.lead} onFound={(other) => setAsked({ ...asked, other })} onClose={close} />
        )}
      </>
    ),
  }
}
