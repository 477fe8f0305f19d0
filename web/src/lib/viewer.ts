import { createContext, useContext } from 'react'

/** What a page may offer; the server decides by itself. The API's `Permission`. */
export type ViewerPermission =
  | 'MANAGE_ORGANIZATION'
  | 'OPERATE_PLATFORM'
  | 'OWN_ORGANIZATION'
  | 'READ_ALL_ROWS'
  | 'READ_METRICS'
  | 'SUBMIT_FORMS'
  | 'WRITE_CONNECTIONS'
  | 'WRITE_FORMS'
  | 'WRITE_PACKAGES'
  | 'WRITE_PAYMENTS'
  | 'WRITE_ROSTER'

/** The person who is signed in, in the organization that they act in. */
export interface Viewer {
  id: string
  name: string
  email: string
  /** Null for an operator of the platform, who acts for the organization without belonging to it. */
  role: 'OWNER' | 'ADMIN' | 'SALES_REP' | null
  permissions: readonly ViewerPermission[]
  /** What their unsent work is kept under on a device: the same whichever way they come to these pages. */
  keptAs: string
  organization: {
    id: string
    name: string
    /** ISO 4217; figures are in it. */
    currency: string
    /** IANA name; days are its days. */
    timeZone: string
  }
}

const ViewerContext = createContext<Viewer | null>(null)

export const ViewerProvider = ViewerContext.Provider

/** The viewer of a page behind sign-in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('There is no viewer outside of the pages behind sign-in.')
  return viewer
}

/** Whether to offer something to the viewer. */
export const useMay = (permission: ViewerPermission): boolean => useViewer().permissions.includes(permission)
