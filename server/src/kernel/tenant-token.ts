import { createHash, randomBytes } from 'node:crypto'

/**
 * A secret that carries its organization, so that it is looked up inside that tenant and nowhere else:
 * `<prefix>_<organization, base64url>_<256 random bits, base64url>`. Only its hash is ever kept.
 */
export interface TenantToken {
  text: string
  organizationId: string
  hash: string
  lastFour: string
}

export function makeTenantToken(prefix: string, organizationId: string): TenantToken {
  const tenant = Buffer.from(organizationId.replaceAll('-', ''), 'hex').toString('base64url')
  const text = `${prefix}_${tenant}_${randomBytes(32).toString('base64url')}`
  return { text, organizationId, hash: hashToken(text), lastFour: text.slice(-4) }
}

/** The organization that a token names, or null where the text has not its form. */
export function readTenantToken(prefix: string, text: string): { organizationId: string; hash: string } | null {
  const parts = new RegExp(`^${prefix}_([\\w-]{22})_[\\w-]{43}$`).exec(text)
  const tenant = parts?.[1]
  if (!tenant) return null
  const hex = Buffer.from(tenant, 'base64url').toString('hex')
  if (hex.length !== 32) return null
  return { organizationId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), hash: hashToken(text) }
}

const hashToken = (text: string): string => createHash('sha256').update(text).digest('hex')
