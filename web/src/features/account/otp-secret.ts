/** The secret of an `otpauth:` address in groups of four, for typing; null if it has none. */
export function secretOf(totpUri: string): string | null {
  if (!URL.canParse(totpUri)) return null
  const secret = new URL(totpUri).searchParams.get('secret')
  return secret ? secret.replaceAll(/(.{4})(?=.)/g, '$1 ') : null
}
