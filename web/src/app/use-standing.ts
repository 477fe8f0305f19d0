import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { SignedInQuery } from '../apollo/generated/graphql.ts'
import { graphql } from '../apollo/generated/index.ts'
import type { TrialStanding } from '../features/plans/trial-left.ts'
import type { Viewer } from '../lib/viewer.ts'

/** Who it is. Also read from the cache, after another organization was chosen. */
export const viewerQuery = graphql(`
  query SignedIn {
    viewer {
      id
      kind
      name
      email
      role
      organizationId
      why
      secondFactorWanted
      permissions
      organizations {
        id
        name
        role
        state
        deleteAfter
      }
    }
  }
`)

const organizationQuery = graphql(`
  query ChosenOrganization {
    organization {
      id
      name
      currency
      timeZone
      trialEndsAt
      readOnly
    }
    overdue: events(first: 1, filter: { overdue: true }) {
      totalCount
    }
  }
`)

const connectionsQuery = graphql(`
  query ConnectionsInNeed {
    connections {
      id
      health {
        state
      }
    }
  }
`)

const needy = new Set(['FAILING', 'REFUSING', 'NO_SECRET'])
const lookAgainMs = 60_000

/** Whoever is signed in, as the server tells; null for nobody. */
export type Person = SignedInQuery['viewer']

export interface Standing {
  /** Undefined until it is known. */
  person: Person | undefined
  /**
   * The person in their organization. While another organization is read, it stays as it was: the two halves, role and organization,
   * change together, and the shell around the page does not go away meanwhile. Null until both are known, or where there is none.
   */
  viewer: Viewer | null
  /** All that the person belongs to; kept as the viewer is. */
  organizations: NonNullable<Person>['organizations']
  /** Where its trial stands; null until that is known. */
  trial: TrialStanding | null
  overdueForms: number
  connectionInNeed: boolean
  error: Error | undefined
  reload: () => void
}

/** Who is signed in, and in which organization they act. */
export function useStanding(): Standing {
  const who = useQuery(viewerQuery)
  const person = who.data?.viewer
  const organizationId = person?.organizationId ?? null
  const organization = useQuery(organizationQuery, { skip: organizationId === null, pollInterval: lookAgainMs })
  const seesConnections = person?.permissions.includes('WRITE_CONNECTIONS') ?? false
  const connections = useQuery(connectionsQuery, { skip: !seesConnections, pollInterval: lookAgainMs })

  const place = organization.data?.organization
  const [viewer, setViewer] = useState<Viewer | null>(null)
  const [organizations, setOrganizations] = useState<Standing['organizations']>([])
  if (person && person.organizations !== organizations) setOrganizations(person.organizations)
  const isKnown = person !== undefined && (person === null || organizationId === null || place?.id === organizationId)
  if (isKnown) {
    const next = person && place && organizationId !== null ? viewerOf(person, place) : null
    if (!sameViewer(viewer, next)) setViewer(next)
  }
  return {
    person,
    viewer,
    organizations,
    trial: place ?? null,
    overdueForms: organization.data?.overdue.totalCount ?? 0,
    connectionInNeed: connections.data?.connections.some(({ health }) => needy.has(health.state)) ?? false,
    error: who.error ?? organization.error,
    reload: () => void who.refetch(),
  }
}

const viewerOf = (person: NonNullable<Person>, organization: Viewer['organization']): Viewer => ({
  id: person.id,
  name: person.name,
  email: person.email ?? '',
  role: person.role,
  permissions: person.permissions,
  keptAs: person.id,
  organization,
})

/** The cache hands out the same objects until something in them changes. */
const sameViewer = (one: Viewer | null, other: Viewer | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.id === other.id &&
    one.name === other.name &&
    one.role === other.role &&
    one.permissions === other.permissions &&
    one.organization === other.organization)
