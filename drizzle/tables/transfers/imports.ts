import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

export const importKinds = ['leads'] as const

/** One import of a file. Plans limit how many a month may have. */
export const imports = pgTable(
  'imports',
  {
    ...tenantColumns(),
    kind: text('kind', { enum: importKinds }).notNull(),
    fileName: text('file_name').notNull(),
    /** How many rows the file had, and what became of them. */
    rowCount: integer('row_count').notNull(),
    createdCount: integer('created_count').notNull(),
    knownCount: integer('known_count').notNull(),
    importedBy: text('imported_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'imports_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('imports_newest').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id),
    oneOf('imports_kind_known', t.kind, importKinds),
    must(
      'imports_counts_add_up',
      sql`${t.createdCount} + ${t.knownCount} = ${t.rowCount} and ${t.createdCount} >= 0 and ${t.knownCount} >= 0`,
    ),
    ...adminOnly('imports', t.organizationId),
  ],
)
