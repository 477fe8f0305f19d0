import { useEffect, useState } from 'react'
import { ErrorState } from '../../../components/error-state.tsx'
import { readMails, type ShownMail } from './mail.ts'
import { MailboxPage } from './mailbox-page.tsx'

type Found = { state: 'loading' } | { state: 'none' } | { state: 'failed' } | { state: 'open'; mails: ShownMail[] }

/** Not there in production, and not once an e-mail provider is connected. */
const look = async (): Promise<Found> => {
  const response = await fetch('/api/mailbox')
  if (response.status === 404) return { state: 'none' }
  if (!response.ok) return { state: 'failed' }
  const mails = readMails(await response.json())
  return mails ? { state: 'open', mails } : { state: 'none' }
}

/** `/mailbox`: what would have been sent by mail. */
export function MailboxRoute() {
  const [found, setFound] = useState<Found>({ state: 'loading' })
  const reload = () => {
    look().then(setFound, () => setFound({ state: 'failed' }))
  }
  useEffect(reload, [])
  if (found.state === 'loading') return null
  if (found.state === 'open') return <MailboxPage mails={found.mails} onReload={reload} />
  return (
    <main className="flex min-h-dvh flex-col">
      <title>Development mailbox · Clinch</title>
      <h1 className="sr-only">Development mailbox</h1>
      {found.state === 'none' ? (
        <ErrorState
          title="There is no mailbox here"
          advice="Mail is really sent from this server. Look into the mailbox of the address that it went to."
        />
      ) : (
        <ErrorState
          title="The mailbox could not be read"
          advice="The server could not be reached, or has a problem of its own."
          onRetry={reload}
        />
      )}
    </main>
  )
}
