import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useNavigate } from 'react-router'
import { chooseOrganization } from './chosen-organization.ts'
import { samePlace } from './same-place.ts'

export interface OrganizationSwitch {
  /** The organization that is being read; null while nothing changes. */
  openingId: string | null
  open: (organizationId: string) => void
}

/**
 * Goes over to another organization without loading the app anew: the shell stays, what the client holds of the one before is dropped,
 * and the same page is shown as far as it has a meaning there.
 */
export function useSwitchOrganization(): OrganizationSwitch {
  const client = useApolloClient()
  const navigate = useNavigate()
  const location = useLocation()
  const [openingId, setOpeningId] = useState<string | null>(null)
  const open = async (organizationId: string) => {
    // The page goes first: with the cache gone, its queries would ask the new organization for the old one's records.
    flushSync(() => setOpeningId(organizationId))
    chooseOrganization(organizationId)
    await navigate(samePlace(location))
    try {
      await client.resetStore()
    } catch {
      // Each query holds its own error, and its page says it.
    }
    setOpeningId(null)
  }
  return { openingId, open: (organizationId) => void open(organizationId) }
}
