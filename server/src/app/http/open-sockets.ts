import { limitKeyOfAddress } from '../../lib/limit-key.ts'
import type { SocketSession } from './socket-session.ts'

/** How many sockets may be open at once in one process. */
export interface SocketLimits {
  ofAddress: number
  ofCaller: number
  ofOrganization: number
}

/** An office may be one address, and a person has several tabs and devices. */
export const socketLimits: SocketLimits = { ofAddress: 200, ofCaller: 25, ofOrganization: 1_000 }

/** The sockets that are open, and for whom they count. */
export class OpenSockets {
  readonly #limits: SocketLimits
  readonly #keys = new Map<SocketSession, string[]>()
  readonly #counts = new Map<string, number>()

  constructor(limits: SocketLimits = socketLimits) {
    this.#limits = limits
  }

  get sessions(): readonly SocketSession[] {
    return [...this.#keys.keys()]
  }

  /** Whether another may be opened from an address. */
  hasRoomFor(address: string): boolean {
    return this.#isFree(`address ${limitKeyOfAddress(address)}`, this.#limits.ofAddress)
  }

  add(session: SocketSession): void {
    this.#keys.set(session, [])
    this.#count(session, `address ${limitKeyOfAddress(session.info.address)}`)
  }

  /** Whether one that is open may be this caller's; it is counted if so. */
  admitCaller(session: SocketSession, who: string, organizationId: string): boolean {
    const caller = `caller ${who}`
    const organization = `organization ${organizationId}`
    if (!this.#keys.has(session)) return false
    if (!this.#isFree(caller, this.#limits.ofCaller) || !this.#isFree(organization, this.#limits.ofOrganization)) return false
    this.#count(session, caller)
    this.#count(session, organization)
    return true
  }

  remove(session: SocketSession): void {
    for (const key of this.#keys.get(session) ?? []) {
      const left = (this.#counts.get(key) ?? 0) - 1
      if (left > 0) this.#counts.set(key, left)
      else this.#counts.delete(key)
    }
    this.#keys.delete(session)
  }

  #isFree(key: string, most: number): boolean {
    return (this.#counts.get(key) ?? 0) < most
  }

  #count(session: SocketSession, key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    this.#keys.get(session)?.push(key)
  }
}
