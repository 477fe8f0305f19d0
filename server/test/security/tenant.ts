import { createHash } from 'node:crypto'

/** A tenant of the matrix: its ids follow from its name, so that every test can say whose row an id is. */
export interface Tenant {
  organizationId: string
  /** The id of the nth row that this tenant has in a table. */
  id(table: string, nth?: number): string
}

export const tenantNamed = (name: string): Tenant => ({
  organizationId: uuidFrom(`${name}:organizations`),
  id: (table, nth = 1) => uuidFrom(`${name}:${table}:${nth}`),
})

function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
