import { skipToken, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { FormResult } from '../../lib/form-result.ts'
import { callsFound, callsOfLead, type CallSummary } from './call-summary.ts'
import { toCreditInput, type CreditChoice, type Person } from './credit-choice.ts'
import { creditPeople } from './credit-mutations.ts'
import { creditRefusal } from './credit-refusal.ts'
import { useCredit } from './use-credit.ts'
import { useSettled } from './use-settled.ts'

const typingRestMs = 250

export interface CreditByHandInput {
  paymentId: string
  leadId: string | null
  /** What the search starts with, where the lead is not known: the customer's name may stand on a call all the same. */
  firstSearch: string
  /** It is credited otherwise, by this or by what undoes it. */
  onChanged?: () => void
}

export interface CreditByHand {
  ofLead: readonly CallSummary[]
  found: readonly CallSummary[]
  search: string
  onSearch: (text: string) => void
  searching: boolean
  closers: readonly Person[]
  setters: readonly Person[]
  onSend: (choice: CreditChoice) => Promise<FormResult<keyof CreditChoice>>
}

const nodesOf = <Node>(list: { edges: readonly { node: Node }[] } | undefined): Node[] =>
  list?.edges.map(({ node }) => node) ?? []

/** What the form of a credit by hand needs from the server, for as long as it is open. */
export function useCreditByHand({ paymentId, leadId, firstSearch, onChanged }: CreditByHandInput): CreditByHand {
  const [search, setSearch] = useState(firstSearch)
  // One for each opening of the form: sent twice, it is done once.
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const settled = useSettled(search.trim(), typingRestMs)
  const lead = useQuery(callsOfLead, leadId === null ? skipToken : { variables: { leadId } })
  const finding = useQuery(callsFound, settled === '' ? skipToken : { variables: { search: settled } })
  const people = useQuery(creditPeople)
  const credit = useCredit(onChanged)

  const onSend = async (choice: CreditChoice): Promise<FormResult<keyof CreditChoice>> => {
    try {
      await credit({ ...toCreditInput(paymentId, choice), clientMutationId })
      return { ok: true }
    } catch (error) {
      return creditRefusal(error)
    }
  }

  return {
    ofLead: nodesOf(lead.data?.events),
    found: settled === '' ? [] : nodesOf((finding.data ?? finding.previousData)?.events),
    search,
    onSearch: setSearch,
    searching: finding.loading || settled !== search.trim(),
    closers: nodesOf(people.data?.closers),
    setters: nodesOf(people.data?.setters),
    onSend,
  }
}
