import { ArgsType, Field, Int } from 'type-graphql'

/** The arguments that every list takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'At most so many from the start, or after `after`. 1 to 200; 50 if neither `first` nor `last` is given.',
  })
  first?: number
  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string
  @Field(() => Int, { nullable: true, description: 'At most so many from the end, or before `before`. 1 to 200.' })
  last?: number
  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string
}
