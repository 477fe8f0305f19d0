import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { limitKeyOfAddress } from '../../../lib/limit-key.ts'

/** By what an endpoint knows whose account is tried: the address in its body, or the user who signed in or is about to. */
export type AttemptedBy = 'email' | 'user'

/** How often something may be tried. */
export interface AttemptLimit {
  /** Endpoints of one kind are counted together. */
  kind: string
  /** Attempts a minute from one network address. */
  addressAMinute: number
  account: { by: AttemptedBy; attempts: number; withinSeconds: number } | null
  /** Whether an attempt that was right is not counted against the account. Of mails each counts. */
  rightOnesAreFree: boolean
}

const quarterHourSeconds = 900
const hourSeconds = 3_600

/** Passwords that are tried at an account by whoever is not signed in to it. */
export const signInLimit: AttemptLimit = {
  kind: 'sign-in',
  addressAMinute: 20,
  account: { by: 'email', attempts: 10, withinSeconds: quarterHourSeconds },
  rightOnesAreFree: true,
}
const mail = (kind: string): AttemptLimit => ({
  kind,
  addressAMinute: 10,
  account: { by: 'email', attempts: 5, withinSeconds: hourSeconds },
  rightOnesAreFree: false,
})
const code: AttemptLimit = {
  kind: 'code',
  addressAMinute: 20,
  account: { by: 'user', attempts: 10, withinSeconds: quarterHourSeconds },
  rightOnesAreFree: true,
}
/** Somebody at a session who is asked for the password once more: the session may have been left open for a stranger. */
export const passwordLimit: AttemptLimit = { ...code, kind: 'password' }

/** What is limited, by the path of the endpoint. */
export const attemptLimits: Readonly<Record<string, AttemptLimit>> = {
  '/sign-in/email': signInLimit,
  '/sign-up/email': { ...mail('sign-up'), addressAMinute: 20 },
  '/request-password-reset': mail('reset'),
  '/send-verification-email': mail('verification'),
  '/reset-password': { kind: 'new-password', addressAMinute: 20, account: null, rightOnesAreFree: false },
  '/confirm-sign-up': { kind: 'confirm', addressAMinute: 30, account: null, rightOnesAreFree: false },
  '/two-factor/verify-totp': code,
  '/two-factor/verify-backup-code': code,
  '/two-factor/enable': passwordLimit,
  '/two-factor/disable': passwordLimit,
  '/two-factor/generate-backup-codes': passwordLimit,
  '/change-password': passwordLimit,
}

/** A code of an authenticator is good for half a minute, and half a minute before and after it. */
const codeLifetimeSeconds = 120

/** At what an attempt is made, and from where. */
export interface Attempted {
  /** The account: a user's id, or an address, also one that has no account. */
  account: string
  /** A browser that has signed in to the account before, which is counted by itself; null for strangers, who are counted together. */
  device: string | null
}

/** Counts attempts in the database, so that all processes count together. A look-up that fails lets nobody through. */
export class AttemptCounter {
  readonly #sql: postgres.Sql

  constructor(sql: postgres.Sql) {
    this.#sql = sql
  }

  /** Counts an attempt from an address: 0 if it is within its limit, else the seconds until the next. */
  countAddress({ kind, addressAMinute }: AttemptLimit, address: string): Promise<number> {
    return this.#consume(`${kind}:address:${limitKeyOfAddress(address)}`, addressAMinute, 60)
  }

  /** Counts an attempt at an account, also at one that does not exist. */
  countAccount({ kind, account }: AttemptLimit, attempted: Attempted): Promise<number> {
    return account ? this.#consume(keyOf(kind, attempted), account.attempts, account.withinSeconds) : Promise.resolve(0)
  }

  /** Takes an attempt back that was right. */
  async giveBack({ kind }: AttemptLimit, attempted: Attempted): Promise<void> {
    await this.#sql`select intake.give_back(${keyOf(kind, attempted)})`
  }

  /** Whether a code is shown for the first time: each is good once, however long it would be valid. */
  async isFirstUse(userId: string, shown: string): Promise<boolean> {
    return (await this.#consume(`code:shown:${userId}:${hash(shown)}`, 1, codeLifetimeSeconds)) === 0
  }

  async #consume(key: string, attempts: number, withinSeconds: number): Promise<number> {
    const [row] = await this.#sql<{ wait: number }[]>`select intake.consume(${key}, ${attempts}, ${withinSeconds}) as wait`
    return row?.wait ?? withinSeconds
  }
}

/** Addresses are counted by their hash: what is counted needs nobody's address. */
const keyOf = (kind: string, { account, device }: Attempted): string =>
  device === null ? `${kind}:account:${hash(account)}` : `${kind}:device:${hash(`${account} ${device}`)}`
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
