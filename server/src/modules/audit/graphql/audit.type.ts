import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const AuditOperation = { INSERT: 'insert', UPDATE: 'update', DELETE: 'delete' } as const
registerEnumType(AuditOperation, {
  name: 'AuditOperation',
  description: 'What was done with a row.',
  valuesConfig: {
    INSERT: { description: 'It was added.' },
    UPDATE: { description: 'It was changed.' },
    DELETE: { description: 'It was removed.' },
  },
})

@ObjectType({
  description: 'A field that changed. Secrets are masked: that they changed shows, and nothing of them.',
  simpleResolvers: true,
})
export class AuditChange {
  @Field(() => String, { description: 'The column.' })
  declare field: string
  @Field(() => String, {
    nullable: true,
    description: 'What it was; none where there was nothing. Ids of people and rows are read as their names.',
  })
  declare before: string | null
  @Field(() => String, { nullable: true, description: 'What it is now; none where there is nothing.' })
  declare after: string | null
}

@ObjectType({ description: 'A change of a row that matters: who did it, when, from where, and what it was before.', simpleResolvers: true })
export class AuditEntry {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  declare at: string
  @Field(() => String, {
    description: 'Who did it, in one word: `user:<id>`, `api_key:<id>`, `portal:<id>`, `webhook:<id>`, `job:<name>`, `operator:<id>`.',
  })
  declare actor: string
  @Field(() => String, { description: 'The network address that it was done from; empty for jobs and webhooks’ work.' })
  declare address: string
  @Field(() => String, { description: 'The request that it was done in.' })
  declare requestId: string
  @Field(() => String, { description: 'The table of the row.' })
  declare table: string
  @Field(() => ID, { description: 'The row.' })
  declare rowId: string
  @Field(() => AuditOperation, { description: 'What was done with it.' })
  declare operation: string
}

@ObjectType({
  description: 'Whether the audit log is what it was: its entries are chained by hash, and the chain is signed every minute.',
  simpleResolvers: true,
})
export class AuditIntegrity {
  @Field(() => Int, { description: 'How many entries the chain has.' })
  declare position: number
  @Field(() => String, { description: 'The hash of the last entry, SHA-256 in hexadecimal; empty where there is none.' })
  declare hash: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last signed.' })
  declare signedAt: string | null
  @Field(() => Int, { description: 'How many entries are signed.' })
  declare signedPosition: number
  @Field(() => Int, { description: 'The entry from which on everything was recomputed just now; 1 where that was the whole.' })
  declare verifiedFrom: number
  @Field(() => Boolean, { description: 'Whether everything that was recomputed fits.' })
  declare intact: boolean
  @Field(() => Int, { nullable: true, description: 'The first place that does not fit.' })
  declare brokenAt: number | null
  @Field(() => ID, { nullable: true, description: 'The entry there, where one is known.' })
  declare brokenEntryId: string | null
  @Field(() => String, { nullable: true, description: 'What does not fit, in one line.' })
  declare problem: string | null
}

@InputType({ description: 'Which entries. Every field given must hold; a list means any of its values.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Part of a value before or after, of an id, of a request id or of an address.' })
  search?: string
  @Field(() => [String], { nullable: true, description: 'Of rows of one of these tables.' })
  tables?: string[]
  @Field(() => [String], {
    nullable: true,
    description: 'By one of these actors, or by any of a kind: `user`, `api_key`, `portal`, `webhook`, `job`, `operator`.',
  })
  actors?: string[]
  @Field(() => [AuditOperation], { nullable: true, description: 'Of one of these operations.' })
  operations?: (typeof AuditOperation)[keyof typeof AuditOperation][]
  @Field(() => PeriodInput, { nullable: true, description: 'On one of these days of the organization’s time zone.' })
  at?: PeriodInput
}
