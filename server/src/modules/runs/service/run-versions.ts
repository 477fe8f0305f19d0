import type { Statement } from '../../../database/flight.ts'

/** Which version of its row each of these runs is, whichever of them are there: another one after every step. */
export const runVersions = (organizationId: string, ids: readonly string[]): Statement => ({
  text: `select id, xmin::text as version from runs where organization_id = $1 and id = any($2::uuid[])`,
  parameters: [organizationId, ids],
})
