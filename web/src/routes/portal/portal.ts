import { createContext, useContext } from 'react'
import type { PortalWhoseQuery } from '../../apollo/generated/graphql.ts'

/** What the portal's pages know beside its viewer. */
export interface Portal {
  /** What the person does: takes calls, or books them. */
  role: 'closer' | 'setter'
  /** Their id on the roster. */
  personId: string
  /** Whether they came by a link of their own, or signed in. */
  cameBy: 'link' | 'account'
  /** What the team shows here; the server leaves out the rest by itself. */
  shows: PortalWhoseQuery['portalSettings']
  /** How many forms are due. */
  formsDue: number
  signOut: () => void
}

const PortalContext = createContext<Portal | null>(null)

export const PortalProvider = PortalContext.Provider

export function usePortal(): Portal {
  const portal = useContext(PortalContext)
  if (!portal) throw new Error('There is no portal outside of its pages.')
  return portal
}
