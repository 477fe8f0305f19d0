import type { Person } from './person.ts'
import type { RunningApp } from './running-app.ts'

let operators = 0

/** Somebody new who operates the platform: made so by the owner of the database, as there is no other way. */
export async function makeOperator(app: RunningApp): Promise<Person & { userId: string }> {
  operators += 1
  const email = `operator${operators}@clinch.example`
  const person = await app.signUp('Op Erator', email)
  const [row] = await app.data.owner<{ id: string }[]>`
    insert into user_roles (user_id, role) select id, 'super_admin' from auth.users where email = ${email} returning user_id as id`
  return Object.assign(person, { userId: row?.id ?? '' })
}
