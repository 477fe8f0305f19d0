import { graphql } from '../../apollo/generated/index.ts'
import type { MergeLead_LeadFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment MergeLead_lead on Lead {
    id
    fullName
    email
    phone
    timeZone
    createdAt
    source {
      id
      name
    }
    events {
      id
    }
    netCash {
      amount
      currency
    }
  }
`)

/** A lead as one of two who may be one person. */
export type MergeLead = MergeLead_LeadFragment

export type Side = 'SURVIVOR' | 'MERGED'
export type MergeField = 'name' | 'email' | 'phone' | 'timeZone'
export type Choices = Readonly<Record<MergeField, Side>>

/** The fields of which one stays, in the order in which they are chosen. */
export const mergeFields: readonly { field: MergeField; label: string; read: (lead: MergeLead) => string | null }[] = [
  { field: 'name', label: 'Name', read: (lead) => lead.fullName },
  { field: 'email', label: 'Email', read: (lead) => lead.email },
  { field: 'phone', label: 'Phone', read: (lead) => lead.phone },
  { field: 'timeZone', label: 'Time zone', read: (lead) => lead.timeZone },
]

/** At first the survivor's fields stay, and the other's where the survivor has none. */
export function firstChoices(survivor: MergeLead, merged: MergeLead): Choices {
  const side = (field: MergeField): Side => {
    const { read } = mergeFields.find((each) => each.field === field) ?? { read: () => null }
    return read(survivor) === null && read(merged) !== null ? 'MERGED' : 'SURVIVOR'
  }
  return { name: side('name'), email: side('email'), phone: side('phone'), timeZone: side('timeZone') }
}
