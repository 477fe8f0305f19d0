import { graphql } from '../../apollo/generated/index.ts'
import type { PlatformOrganizationRow_OrganizationFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment PlatformOrganizationRow_organization on PlatformOrganization {
    id
    name
    timeZone
    currency
    createdAt
    plan
    trialEndsAt
    readOnly
    extraSeats
    state
    stateReason
    deleteAfter
    ownerName
    ownerEmail
    events
    payments
    forms
    lastActiveAt
    health
    actingUntil
    usage {
      seatsUsed
      seats
      importsUsed
      imports
      importsResetAt
      sessionsAtOnce
    }
    activation {
      connectedAt
      firstEventAt
      firstFormAt
      firstPaymentAt
    }
    deliveries {
      deliveries
      refused
      failed
      parked
      held
    }
  }
`)

/** An organization as its operators see it; a list's row has all of it, so that its page has it at once. */
export type OrganizationRow = PlatformOrganizationRow_OrganizationFragment
