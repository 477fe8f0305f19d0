/** A message that needs no act, and why, in words. */
export interface Ignored {
  kind: 'ignored'
  reason: string
}

export const ignored = (reason: string): Ignored => ({ kind: 'ignored', reason })
