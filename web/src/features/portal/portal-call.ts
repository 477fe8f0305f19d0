import { graphql } from '../../apollo/generated/index.ts'
import type { PortalCall_EventFragment } from '../../apollo/generated/graphql.ts'

// Lists spread it by its name, with `@unmask`.
graphql(`
  fragment PortalCall_event on Event {
    id
    leadName
    scheduledAt
    endsAt
    status
    outcome
    overdue
    joinUrl
    setterName
    hostName
    callType {
      id
      name
    }
    closer {
      id
      name
    }
    setter {
      id
      name
    }
  }
`)

/** A call in a list of the portal. */
export type PortalCall = PortalCall_EventFragment

/** The other of the two whose call it is: for a closer who booked it, for a setter who takes it. */
export function otherOf(call: PortalCall, role: 'closer' | 'setter'): string | null {
  if (role === 'setter') return call.closer?.name ?? call.hostName
  return call.setter?.name ?? call.setterName
}

/** A call may run a little over, and one without an end takes an hour. */
const hourMs = 3_600_000

/** Whether a call is still to be held, or being held now. */
export const isAhead = ({ scheduledAt, endsAt }: Pick<PortalCall, 'scheduledAt' | 'endsAt'>, now: Date): boolean =>
  (endsAt === null ? Date.parse(scheduledAt) + hourMs : Date.parse(endsAt)) > now.getTime()
