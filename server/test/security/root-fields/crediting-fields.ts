import { admins, type RootField } from '../expected.ts'
import type { Tenant } from '../tenant-rows.ts'
import { input, period } from './variables.ts'

const stand = (of: Tenant, nth: number, columns: Readonly<Record<string, string>>) => {
  const row: Record<string, string> = {
    organization_id: `'${of.organizationId}'`,
    id: `'${of.id('runs', nth)}'`,
    ask: `'{"filter":null,"askedBy":"user:x"}'`,
    period_from: `'${period.from}'`,
    period_to: `'${period.to}'`,
    requested_by: `'Ada'`,
    ...columns,
  }
  return `insert into runs (${Object.keys(row).join()}) values (${Object.values(row).join()})`
}

/** No run of credits is there. */
const noCredits = (of: Tenant) => [
  `delete from runs where organization_id = '${of.organizationId}' and preview_id is not null`,
  `delete from runs where organization_id = '${of.organizationId}' and connection_id is null`,
]
/** One that looked at what would change has come to its end, and nobody applied it. */
const previewed = (of: Tenant) => [
  ...noCredits(of),
  stand(of, 20, { kind: `'attribution_preview'`, state: `'done'`, finished_at: 'now()', seen_count: '1', changed_count: '1' }),
]
const applied = (of: Tenant, columns: Readonly<Record<string, string>>) => [
  ...previewed(of),
  stand(of, 21, { kind: `'attribution_rerun'`, preview_id: `'${of.id('runs', 20)}'`, ...columns }),
]

/** Runs that credit payments again: what each actor is answered. */
export const creditingFields: Readonly<Record<string, RootField>> = {
  attributionRun: {
    expected: admins('null'),
    key: 'payments:write',
    variables: (of) => ({ id: of.id('runs', 20) }),
    before: previewed,
  },
  latestAttributionRun: { expected: admins('allowed'), key: 'payments:write', before: previewed },
  startAttributionPreview: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ period, filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')] } }),
    before: noCredits,
  },
  startAttributionRerun: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ previewId: of.id('runs', 20) }),
    before: previewed,
  },
  cancelAttributionRun: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ id: of.id('runs', 21) }),
    before: (of) => applied(of, { state: `'queued'` }),
  },
  resumeAttributionRun: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ id: of.id('runs', 21) }),
    before: (of) => applied(of, { state: `'canceled'`, finished_at: 'now()' }),
  },
}
