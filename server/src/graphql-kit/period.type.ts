import { Field, InputType, ObjectType } from 'type-graphql'
import { DateScalar } from './scalars/scalars.ts'

@ObjectType({ description: 'A span of days in the time zone of the organization, both included.' })
export class Period {
  @Field(() => DateScalar, { description: 'The first day.' })
  declare from: string
  @Field(() => DateScalar, { description: 'The last day.' })
  declare to: string
}

@InputType({ description: 'A span of days in the time zone of the organization, both included.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  declare from: string
  @Field(() => DateScalar, { description: 'The last day.' })
  declare to: string
}
