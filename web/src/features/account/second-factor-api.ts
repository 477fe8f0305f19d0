import { askAuth, type AuthRefusal } from '../../lib/auth-api.ts'

export type SecondFactorAnswer<Value> = { ok: true; value: Value } | AuthRefusal

/** What an authenticator app needs, and the codes for the day that it is lost. */
export interface SecondFactorSecret {
  /** `otpauth://totp/…` */
  totpUri: string
  recoveryCodes: readonly string[]
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

/** Makes a secret; it counts once a code of it was given back. */
export async function beginSecondFactor(password: string): Promise<SecondFactorAnswer<SecondFactorSecret>> {
  const answer = await askAuth('two-factor/enable', { password })
  if (!answer.ok) return answer
  const { totpURI, backupCodes } = answer.data
  return { ok: true, value: { totpUri: typeof totpURI === 'string' ? totpURI : '', recoveryCodes: texts(backupCodes) } }
}

/** Turns it on: the app and the server agree. */
export const finishSecondFactor = (code: string) => askAuth('two-factor/verify-totp', { code })

export const endSecondFactor = (password: string) => askAuth('two-factor/disable', { password })

/** The earlier codes are worth nothing from here on. */
export async function renewRecoveryCodes(password: string): Promise<SecondFactorAnswer<readonly string[]>> {
  const answer = await askAuth('two-factor/generate-backup-codes', { password })
  return answer.ok ? { ok: true, value: texts(answer.data.backupCodes) } : answer
}
