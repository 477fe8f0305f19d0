import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import { enqueue, type JobRequest } from './define-job.ts'
import type { SecretContext, Vault } from './vault.ts'

/** One e-mail to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** Whoever carries e-mail for this server: a provider, or in development the mailbox that shows what would be sent. */
export interface Mailer {
  /** How the platform's pages name it. */
  readonly name: string
  /** `key` names the sending, so that one that is tried again is one e-mail. */
  send(mail: Mail, key: string): Promise<void>
}

/** What whoever writes to somebody needs: where the links lead, and what seals the letter while it waits. */
export interface Post {
  /** Without a slash at its end. */
  publicUrl: string
  vault: Vault
  /** Whether nobody counts how often somebody is written to. For the demo’s own player alone. */
  unlimited?: boolean | undefined
}

const mailOf = z.object({ to: z.email(), subject: z.string(), text: z.string(), html: z.string() })

/** An e-mail as it waits in the queue. */
export interface SealedMail {
  /** UUIDv7, to which it is sealed. */
  id: string
  sealed: string
}

const payload = z.object({ id: z.uuid(), sealed: z.string() })

/** The job that sends an e-mail. Mails hold links that open doors, so nobody who reads the queue, or a backup of it, can read one. */
export const sendMail = { name: 'mail.send', maxAttempts: 10, payload } satisfies JobRequest<SealedMail>

const contextOf = (id: string): SecretContext => ({ organizationId: '', connectionId: '', secretId: id, field: sendMail.name })

/** Has an e-mail sent, if and only if the given transaction commits. */
export function enqueueMail(tx: Tx, vault: Vault, mail: Mail): Promise<void> {
  const id = uuidv7()
  return enqueue(tx, sendMail, { id, sealed: vault.seal(JSON.stringify(mailOf.parse(mail)), contextOf(id)) })
}

/** Opens an e-mail of the queue. Throws SealedValueError where it does not open. */
export const openMail = ({ id, sealed }: SealedMail, vault: Vault): Mail => mailOf.parse(JSON.parse(vault.open(sealed, contextOf(id))))
