import { useSyncExternalStore } from 'react'

/** What the server has switched on, as far as the pages need to know before anybody signs in. */
export interface ServerConfig {
  /** Whether e-mail is shown on a page of ours instead of being sent. */
  mailbox: boolean
  /** To whom to write for another plan or for help; null where nobody is named. */
  supportEmail: string | null
}

const unknown: ServerConfig = { mailbox: false, supportEmail: null }
let config = unknown
let asked = false
const listeners = new Set<() => void>()

const ask = async (): Promise<void> => {
  const response = await fetch('/api/config')
  const read: unknown = response.ok ? await response.json() : null
  if (typeof read !== 'object' || read === null) return
  config = {
    mailbox: 'mailbox' in read && read.mailbox === true,
    supportEmail: 'supportEmail' in read && typeof read.supportEmail === 'string' ? read.supportEmail : null,
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (!asked) {
    asked = true
    // Without an answer the page is as it would be in production; the next one asks again.
    ask().catch(() => (asked = false))
  }
  return () => listeners.delete(listener)
}

/** Asked once for all pages; until the answer is there, as in production. */
export const useServerConfig = (): ServerConfig => useSyncExternalStore(subscribe, () => config)
