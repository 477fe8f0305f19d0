import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const NameKind = { CLOSER: 'closer', SETTER: 'setter', SOURCE: 'source', TRAFFIC_TYPE: 'traffic_type' } as const
registerEnumType(NameKind, {
  name: 'NameKind',
  description: 'What a name on bookings is a name of.',
  valuesConfig: {
    CLOSER: { description: 'A host, who takes the call.' },
    SETTER: { description: 'A setter, who booked it.' },
    SOURCE: { description: 'Where the lead came from.' },
    TRAFFIC_TYPE: { description: 'What kind of traffic that is.' },
  },
})

@ObjectType({ description: 'A name on bookings that matches nobody and nothing on the roster.', simpleResolvers: true })
export class UnresolvedName {
  @Field(() => ID, { description: 'Its kind, and the name with letter case, spacing and punctuation folded away.' })
  declare id: string
  @Field(() => NameKind, { description: 'What it is a name of.' })
  declare kind: string
  @Field(() => String, { description: 'As the latest booking wrote it; of a host, their e-mail address where the booking tool gives one.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'Of a host who goes by their address, what they are called.' })
  declare detail: string | null
  @Field(() => Int, { description: 'How many events name it.' })
  declare events: number
  @Field(() => DateTimeScalar, { description: 'When the latest of them was booked.' })
  declare lastBookedAt: string
}

@InputType({ description: 'Whose name it is.' })
export class ResolveNameInput extends RetryableInput {
  @Field(() => NameKind, { description: 'What it is a name of.' })
  declare kind: (typeof NameKind)[keyof typeof NameKind]
  @Field(() => String, { description: 'The name, as bookings write it.' })
  declare name: string
  @Field(() => ID, { description: 'The closer, setter, source or traffic type that it stands for from now on, and in all past bookings.' })
  declare id: string
}

@ObjectType({ description: 'Who or what goes by one name more.', simpleResolvers: true })
export class ResolveNamePayload {
  @Field(() => ID, { description: 'The id of the closer, setter, source or traffic type.' })
  declare id: string
}
