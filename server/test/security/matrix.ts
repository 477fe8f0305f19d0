import { afterEach, expect } from 'vitest'
import { buildSchema } from '../../src/app/graphql/build-schema.ts'
import type { GraphqlAnswer, Person } from '../person.ts'
import { Watch } from './checksum.ts'
import type { Actor } from './expected.ts'
import { guardedElsewhere, guardedFields } from './guarded-fields.ts'
import { documentOf, rootFieldsOf } from './operation.ts'
import { rootFields } from './root-field-table.ts'
import type { Tenant } from './tenant-rows.ts'
import { makeWorld } from './world.ts'

export type Variables = Record<string, unknown>

/** Nothing that was ever answered to anybody looks like this. */
const secrets = /whsec_a_secret|v1\.|key_?hash|token_?hash|sealed/i

const isForAdmins = (field: string): boolean => guardedFields[field]?.expected.rep === 'FORBIDDEN'
/** A pair is two events of one type: to ask for both of them whole costs more than a request may. */
const secondOfPair = 'LikelyDuplicateEvents.other'

/** Ruled fields that are left out of a caller’s selections, because they alone would be refused. */
export const leftOut = {
  byAdmins: new Set([secondOfPair]),
  byOthers: new Set([secondOfPair, ...Object.keys(guardedFields).filter(isForAdmins)]),
  // A dispute’s payment is read by the scope of its list, and not by that of answering: `key-scopes.security.test.ts` asks for it.
  byKeys: new Set([secondOfPair, ...Object.keys(guardedFields), ...guardedElsewhere, 'Payment.suggestions', 'CreditDispute.payment']),
}

const seeAll: readonly Actor[] = ['admin', 'owner', 'rival', 'operatorActing', 'operatorElsewhere']
export const leftOutBy = (actor: Actor): ReadonlySet<string> => (seeAll.includes(actor) ? leftOut.byAdmins : leftOut.byOthers)

/** The world, and how the matrices ask in it: every root field whole, every answer searched for secrets, every change noticed. */
export async function makeMatrix() {
  const world = await makeWorld()
  const schema = buildSchema()
  const roots = rootFieldsOf(schema)
  const { first, rival } = world
  const { owner: database } = world.app.data
  const answered: string[] = []
  afterEach(() => {
    for (const text of answered.splice(0)) expect(text).not.toMatch(secrets)
  })
  let calls = 0
  /** The root field that everything was put back for last, until an allowed call changes something again. */
  let putBackFor: string | null = null
  const documents = new Map<ReadonlySet<string>, Map<string, string>>()
  const documentFor = (name: string, without: ReadonlySet<string>): string => {
    const known = documents.get(without) ?? new Map<string, string>()
    documents.set(without, known)
    const document = known.get(name) ?? documentOf(schema, name, without)
    known.set(name, document)
    return document
  }
  const unique = () => `matrix${(calls += 1)}`
  const both = await Watch.over(database, [first.organizationId, rival.organizationId])
  const ofFirst = await Watch.over(database, [first.organizationId])
  const isQuery = (name: string) => roots.get(name)?.kind === 'query'
  return {
    world,
    schema,
    roots,
    database,
    unique,
    both,
    ofFirst,
    isQuery,
    names: Object.keys(rootFields),
    queries: Object.keys(rootFields).filter(isQuery),
    /** What changed until now was meant to. */
    accept: () => Promise.all([both.accept(), ofFirst.accept()]),
    variablesOf: (name: string, of: Tenant, text = unique()): Variables =>
      name === 'acceptInvitation' ? { input: { token: world.invitationOfSomebody } } : (rootFields[name]?.variables?.(of, text) ?? {}),
    /** Puts back what an allowed call of a root field took away, in both organizations. */
    async restore(name: string): Promise<void> {
      if (putBackFor === name) return
      putBackFor = name
      const statements = [first, rival].flatMap((of) => rootFields[name]?.before?.(of) ?? [])
      if (statements.length === 0) return
      await database.begin(async (sql) => {
        for (const statement of statements) await sql.unsafe(statement)
      })
      // Whom the server recognised a moment ago it forgets whenever somebody makes an organization.
      await world.people.suspendedOwner.ask(
        `mutation { createOrganization(input: { name: "Elsewhere", timeZone: "UTC", currency: "USD" }) { organization { id } } }`,
      )
      await Promise.all([both.accept(), ofFirst.accept()])
    },
    async call(person: Person, name: string, variables: Variables, without: ReadonlySet<string>): Promise<GraphqlAnswer<Variables>> {
      const answer = await person.send<Variables>(documentFor(name, without), variables)
      if (!isQuery(name) && (answer.data?.[name] ?? null) !== null) putBackFor = null
      // The audit log names the fields that it masks.
      answered.push(JSON.stringify(answer).replaceAll(/"field":"\w+"/g, ''))
      return answer
    },
  }
}
