/** What somebody on the roster does: takes calls, or books them. */
export type RosterKind = 'closer' | 'setter'

/** A closer or a setter. */
export interface Person {
  id: string
  name: string
  email: string | null
  /** Other names that bookings know a setter by; none for a closer, who is known by their address. */
  aliases: readonly string[]
  /** Whether somebody signs in as them. */
  hasAccount: boolean
  createdAt: string
  /** When they left; null for those who are here. */
  deactivatedAt: string | null
}
