import type { KeyCheck } from '../kernel/check-key.ts'
import { ClinchError, isUnavailable } from '../kernel/errors.ts'

/** Asks a provider for what a sync would ask it, and answers in what words that went well; what it refuses is told in its own. */
export async function tryKey(ask: () => Promise<string>): Promise<KeyCheck> {
  try {
    return { accepted: true, message: await ask() }
  } catch (error) {
    if (isUnavailable(error) || !(error instanceof ClinchError)) throw error
    return { accepted: false, message: error.message }
  }
}
