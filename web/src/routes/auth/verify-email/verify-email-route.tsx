import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import type { FormResult } from '../../../lib/form-result.ts'
import { useServerConfig } from '../../../lib/server-config.ts'
import { authViewerQuery } from '../auth-viewer.ts'
import { VerifyEmailPage } from './verify-email-page.tsx'

export interface VerifyEmailRouteProps {
  onSend: (email: string) => Promise<FormResult<string>>
  onContinue: () => void
}

/** `/verify-email`, with `error` if the link was not good. A good one has signed its owner in by now. */
export function VerifyEmailRoute({ onSend, onContinue }: VerifyEmailRouteProps) {
  const [search] = useSearchParams()
  const { mailbox } = useServerConfig()
  const who = useQuery(authViewerQuery, { fetchPolicy: 'network-only' })
  if (!who.data && !who.error) return null
  const viewer = who.data?.viewer ?? null
  return (
    <VerifyEmailPage
      outcome={search.has('error') ? 'refused' : viewer ? 'confirmed' : 'unknown'}
      email={viewer?.email ?? null}
      mailbox={mailbox}
      onSend={onSend}
      onContinue={onContinue}
    />
  )
}
