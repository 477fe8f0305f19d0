import { graphql } from '../../apollo/generated/index.ts'
import type { AuditRow_EntryFragment } from '../../apollo/generated/graphql.ts'

/** What a row of the audit log and its panel show. Spread with `@unmask`: a table's rows are read all at once. */
graphql(`
  fragment AuditRow_entry on AuditEntry {
    id
    at
    actor
    actorName
    address
    requestId
    table
    rowId
    operation
    subject
    changes {
      field
      before
      after
    }
  }
`)

export type AuditRow = AuditRow_EntryFragment
export type AuditChange = AuditRow['changes'][number]
