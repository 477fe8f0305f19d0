import type { RootField } from './expected.ts'
import { ruledQueries } from './root-fields/queries.ts'
import { organizationMutations } from './root-fields/organization-mutations.ts'
import { creditingFields } from './root-fields/crediting-fields.ts'
import { callMutations } from './root-fields/roster-mutations.ts'
import { listMutations } from './root-fields/list-mutations.ts'
import { moneyMutations } from './root-fields/money-mutations.ts'
import { platformFields } from './root-fields/platform-fields.ts'

/** Every root field. One that is missing here fails the matrix. */
export const rootFields: Readonly<Record<string, RootField>> = {
  ...ruledQueries,
  ...organizationMutations,
  ...callMutations,
  ...listMutations,
  ...moneyMutations,
  ...creditingFields,
  ...platformFields,
}
