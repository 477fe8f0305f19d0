import { createContext, useContext } from 'react'

type Enter = (organizationId: string) => void

const EnterOrganizationContext = createContext<Enter | null>(null)

export const EnterOrganizationProvider = EnterOrganizationContext.Provider

/** Leaves the console and opens an organization in the app, as the operator who acts for it. */
export function useEnterOrganization(): Enter {
  const enter = useContext(EnterOrganizationContext)
  if (!enter) throw new Error('There is no way into an organization outside of the platform console.')
  return enter
}
