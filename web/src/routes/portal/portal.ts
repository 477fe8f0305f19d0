import { createContext, useContext } from 'react'

/** What the portal's pages know beside its viewer. */
export interface Portal {
  /** What the person does: takes calls, or books them. */
  role: 'closer' | 'setter'
  signOut: () => void
}

const PortalContext = createContext<Portal | null>(null)

export const PortalProvider = PortalContext.Provider

export function usePortal(): Portal {
  const portal = useContext(PortalContext)
  if (!portal) throw new Error('There is no portal outside of its pages.')
  return portal
}
