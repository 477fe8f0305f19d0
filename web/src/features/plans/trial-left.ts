const dayMs = 86_400_000

/** Days before its end on which a trial is spoken of everywhere. */
const spokenOfDays = 3

/** Where a trial stands: how many days are left, begun ones counted as whole; 0 once it is over. */
export const daysLeft = (endsAt: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - now.getTime()) / dayMs))

export interface TrialStanding {
  /** Null on a plan that is paid for. */
  trialEndsAt: string | null
  /** Whether the server takes no changes any more. */
  readOnly: boolean
}

export type TrialWord = { kind: 'ending'; days: number } | { kind: 'over' } | null

/** What every page says of the trial: nothing until its last days. That it is over, the server decides. */
export function trialWord({ trialEndsAt, readOnly }: TrialStanding, now: Date): TrialWord {
  if (readOnly) return { kind: 'over' }
  if (trialEndsAt === null) return null
  const days = daysLeft(trialEndsAt, now)
  return days > 0 && days <= spokenOfDays ? { kind: 'ending', days } : null
}
