import { useQuery } from '@apollo/client/react'
import { useServerConfig } from '../../../lib/server-config.ts'
import { authViewerQuery } from '../auth-viewer.ts'
import { ConfirmPage, type ConfirmPageProps } from './confirm-page.tsx'

/** `/confirm#…`, the link of a confirmation mail. */
export function ConfirmRoute(props: Omit<ConfirmPageProps, 'viewer' | 'mailbox'>) {
  const { mailbox } = useServerConfig()
  const { data } = useQuery(authViewerQuery, { fetchPolicy: 'network-only' })
  return <ConfirmPage {...props} viewer={data?.viewer ?? null} mailbox={mailbox} />
}
