/** A new secret of 256 bits that a provider may be told to sign with, as 43 letters, digits, hyphens and underscores. */
export function makeSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
