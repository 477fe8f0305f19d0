import { type RootField } from '../expected.ts'
import { spare } from '../put-back.ts'
import { page, input, forOperators, inThirtyDays, onSpare } from './variables.ts'

/** What operators ask and do: what each actor is answered. */
export const platformFields: Readonly<Record<string, RootField>> = {
  platformRates: forOperators,
  importReferenceRates: {
    ...forOperators,
    variables: () => input({ fileName: 'eurofxref.csv', content: 'Date, USD, \n18 November 2026, 1.0842, \n', reason: 'asked' }),
  },

  platformOrganizations: { ...forOperators, variables: (of) => ({ ...page, search: of.organizationId }) },
  platformOrganization: { ...forOperators, variables: (of) => ({ id: of.organizationId }) },
  platformUsers: { ...forOperators, variables: (_of, unique) => ({ ...page, search: unique }) },
  platformVault: forOperators,
  platformActs: { ...forOperators, variables: (of) => ({ ...page, organizationId: of.organizationId }) },
  setOrganizationPlan: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), plan: 'ENTERPRISE', extraSeats: 2, reason: 'asked' }),
  },
  extendTrial: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), until: inThirtyDays, reason: 'asked' }) },
  suspendOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }) },
  reopenOrganization: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }),
    before: (of) => [...spare(of), `update organizations set state = 'suspended', state_reason = 'unpaid' where id = '${of.id('spare')}'`],
  },
  deleteOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }) },
  restoreOrganization: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }),
    before: (of) => [
      ...spare(of),
      `update organizations set state = 'deleting', delete_after = now() + interval '1 day' where id = '${of.id('spare')}'`,
    ],
  },
  actForOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked', minutes: 5 }) },
  stopActing: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare') }),
    before: (of) => [
      ...spare(of),
      `insert into operator_sessions (organization_id, id, user_id, operator_name, reason, expires_at)
         select '${of.id('spare')}', gen_random_uuid(), user_id, 'Op Erator', 'asked', now() + interval '1 hour' from user_roles`,
    ],
  },
  createOrganizationFor: {
    ...forOperators,
    variables: (_of, unique) =>
      input({ name: unique, timeZone: 'Europe/Berlin', currency: 'EUR', ownerEmail: `${unique}@new.example`, reason: 'asked' }),
  },
  deleteUser: {
    ...forOperators,
    variables: (of) => input({ userId: of.id('spare_users'), reason: 'asked' }),
    before: (of) => [
      `insert into auth.users (id, name, email) values ('${of.id('spare_users')}', 'Spare', '${of.id('spare_users')}@spare.example') on conflict do nothing`,
    ],
  },
}
