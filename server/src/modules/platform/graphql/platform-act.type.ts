import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const PlatformActKind = {
  CREATE_ORGANIZATION: 'create_organization',
  SET_PLAN: 'set_plan',
  EXTEND_TRIAL: 'extend_trial',
  SUSPEND: 'suspend',
  REOPEN: 'reopen',
  DELETE: 'delete',
  RESTORE: 'restore',
  PURGE: 'purge',
  ACT_FOR: 'act_for',
  STOP_ACTING: 'stop_acting',
  DELETE_USER: 'delete_user',
  IMPORT_RATES: 'import_rates',
} as const
registerEnumType(PlatformActKind, {
  name: 'PlatformActKind',
  description: 'What an operator did.',
  valuesConfig: {
    CREATE_ORGANIZATION: { description: 'Made an organization for somebody.' },
    SET_PLAN: { description: 'Put an organization on a plan.' },
    EXTEND_TRIAL: { description: 'Let a trial end later.' },
    SUSPEND: { description: 'Let nobody into an organization any more.' },
    REOPEN: { description: 'Let everybody in again.' },
    DELETE: { description: 'Had an organization deleted after thirty days.' },
    RESTORE: { description: 'Took a deletion back.' },
    PURGE: { description: 'The deletion was carried out, by the platform itself.' },
    ACT_FOR: { description: 'Began to act for an organization.' },
    STOP_ACTING: { description: 'Stopped acting before the time was over.' },
    DELETE_USER: { description: 'Deleted a user.' },
    IMPORT_RATES: { description: 'Brought reference rates of currencies.' },
  },
})

@ObjectType({ description: 'Something that an operator of the platform did. It is kept for good.', simpleResolvers: true })
export class PlatformAct {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare at: string
  @Field(() => String, { description: 'Who.' })
  declare operatorName: string
  @Field(() => PlatformActKind, { description: 'What.' })
  declare act: string
  @Field(() => ID, { nullable: true, description: 'The organization that it concerned, which may be gone; none for a user.' })
  declare organizationId: string | null
  @Field(() => String, { description: 'To whom or what, in words that stay true when the row is gone.' })
  declare subject: string
  @Field(() => String, { description: 'Why, in the operator’s words.' })
  declare reason: string
  @Field(() => String, { description: 'The request that did it.' })
  declare requestId: string
  @Field(() => String, { description: 'The network address that it came from; empty for the platform itself.' })
  declare address: string
}
