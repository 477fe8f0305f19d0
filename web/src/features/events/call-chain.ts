/** A call of a chain of reschedules, as the API nests them. */
export interface ChainedCall {
  id: string
  scheduledAt: string
}

interface MovedFrom extends ChainedCall {
  rescheduledFrom?: MovedFrom | null
}

interface MovedTo extends ChainedCall {
  rescheduledTo?: MovedTo | null
}

/** The calls that came before this one in its chain, the nearest first. */
export function earlierCalls(call: { rescheduledFrom: MovedFrom | null }): ChainedCall[] {
  const found: ChainedCall[] = []
  for (let at: MovedFrom | null | undefined = call.rescheduledFrom; at; at = at.rescheduledFrom) found.push(at)
  return found
}

/** The calls that came after this one in its chain, the nearest first. */
export function laterCalls(call: { rescheduledTo: MovedTo | null }): ChainedCall[] {
  const found: ChainedCall[] = []
  for (let at: MovedTo | null | undefined = call.rescheduledTo; at; at = at.rescheduledTo) found.push(at)
  return found
}
