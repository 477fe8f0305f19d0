/** What something that changed is: a call, the form filed of one, money, or what somebody says of its credit. */
export const changeKinds = ['booking', 'post_call_form', 'payment', 'credit_dispute'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Whether it is told to those alone who may see money. */
export const ofMoney = (kind: ChangeKind): boolean => kind === 'payment' || kind === 'credit_dispute'

/** A row that changed, as the audit log knows it. */
export interface Change {
  kind: ChangeKind
  /** The call, the form, the payment or the dispute. */
  id: string
  /** ISO 8601, of its last change. */
  at: string
  /** The closers and setters whose row it was before. */
  formerReps: readonly string[]
}

/** What happened since it was last told. */
export interface Changes {
  changes: readonly Change[]
  /** There was more than can be told one by one: whatever is shown may be out of date. */
  missed: boolean
}

/** What happens in the organizations that somebody follows, for all who do in this process. */
export interface ActivityFeed {
  /** The place in an organization's history that it stands at now: whoever follows from there misses nothing that comes. */
  placeOf(organizationId: string): Promise<bigint>
  /** Everything from a place on; until its `return` is called. */
  follow(organizationId: string, since: bigint): AsyncIterableIterator<Changes>
  /** That a run is to be looked at: at once where it is there, and again whenever something of it changed; until its `return` is called. */
  followRun(organizationId: string, runId: string): AsyncIterableIterator<true>
  /** Ends all who follow. */
  stop(): Promise<void>
}
