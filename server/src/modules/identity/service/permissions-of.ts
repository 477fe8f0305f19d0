import type { Actor, Scope } from '../../../kernel/actor.ts'

const ofScope: readonly [Scope, string][] = [
  ['roster:write', 'write_roster'],
  ['connections:write', 'write_connections'],
  ['payments:write', 'write_payments'],
  ['pcfs:write', 'submit_forms'],
  ['forms:write', 'write_forms'],
  ['packages:write', 'write_packages'],
  ['metrics:read', 'read_metrics'],
]

const ofRep = ['submit_forms', 'read_metrics']
const ofAdmin = [
  'manage_organization',
  'write_roster',
  'write_connections',
  'write_payments',
  'submit_forms',
  'write_forms',
  'write_packages',
  'read_metrics',
  'read_all_rows',
]

/** What to offer an actor on a screen; the rules decide by themselves. */
export function permissionsOf(actor: Actor): readonly string[] {
  switch (actor.kind) {
    case 'portal':
      return ofRep
    case 'operator':
      return ofAdmin
    case 'user':
      if (actor.role === 'sales_rep') return ofRep
      return actor.role === 'owner' ? [...ofAdmin, 'own_organization'] : ofAdmin
    case 'api_key':
      return [...ofScope.filter(([scope]) => actor.scopes.includes(scope)).map(([, permission]) => permission), 'read_all_rows']
    case 'webhook':
    case 'job':
      return []
  }
}
