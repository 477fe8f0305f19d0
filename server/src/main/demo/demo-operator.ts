import { randomBytes } from 'node:crypto'
import { asOwner } from './as-owner.ts'
import type { Login } from './demo-file.ts'
import { DemoPerson, type Stage } from './demo-person.ts'

export interface OperatorOptions {
  stage: Stage
  /** Logs in as the owner of the database, who alone makes operators. */
  ownerUrl: string
  /** Everybody's of the demo. */
  password: string
  /** Whether strangers may reach the database's server: then nobody is to sign in as an operator whose password everybody knows. */
  production: boolean
}

/** An operator of the platform, for as long as the demo is being set up, and outside of production from then on. */
export interface DemoOperator {
  /** How to sign in as them; null where nobody may. */
  login: Login | null
  /** Agrees with an organization on the largest plan: its closers are members, and its trial would end in a week. */
  agree(organizationId: string): Promise<void>
  /** Signs out; takes the role away where it is not to stay. */
  leave(): Promise<void>
}

const email = 'ops@clinch.example'

export async function appointOperator({ stage, ownerUrl, password, production }: OperatorOptions): Promise<DemoOperator> {
  const login = { email, password: production ? randomBytes(24).toString('base64url') : password }
  if (production) await asOwner(ownerUrl, (sql) => sql`delete from auth.users where email = ${email}`)
  const operator = await DemoPerson.enter(stage, { name: 'Olga Operator', ...login })
  await asOwner(
    ownerUrl,
    (sql) =>
      sql`insert into user_roles (user_id, role) select id, 'super_admin' from auth.users where email = ${email} on conflict do nothing`,
  )
  return {
    login: production ? null : login,
    async agree(organizationId) {
      await operator.ask('mutation ($input: SetOrganizationPlanInput!) { setOrganizationPlan(input: $input) { organization { id } } }', {
        input: { organizationId, plan: 'ENTERPRISE', reason: 'It shows what there is.' },
      })
    },
    async leave() {
      await operator.leave()
      if (!production) return
      await asOwner(ownerUrl, async (sql) => {
        await sql`delete from user_roles where user_id in (select id from auth.users where email = ${email})`
        await sql`delete from auth.users where email = ${email}`
      })
    },
  }
}
