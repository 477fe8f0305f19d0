import type { Actor, Scope } from '../../../kernel/actor.ts'

const ofScope: readonly [Scope, string][] = [
  ['roster:write', 'write_roster'],
  ['connections:write', 'write_connections'],
  ['payments:write', 'write_payments'],
  ['pcfs:write', 'submit_forms'],
  ['metrics:read', 'read_metrics'],
]

/** What to offer an actor on a screen; the rules decide by themselves. */
export function permissionsOf(actor: Actor): string[] {
  switch (actor.kind) {
    case 'user':
      if (actor.role === 'sales_rep') return ['submit_forms', 'read_metrics']
      return ['manage_organization', 'write_roster', 'write_connections', 'write_payments', 'submit_forms', 'read_metrics', 'read_all_rows']
    case 'api_key':
      return [...ofScope.filter(([scope]) => actor.scopes.includes(scope)).map(([, permission]) => permission), 'read_all_rows']
    case 'webhook':
    case 'job':
      return []
  }
}
