import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const InstalmentInterval = { DAY: 'day', MONTH: 'month' } as const
registerEnumType(InstalmentInterval, {
  name: 'InstalmentInterval',
  description: 'In what the time between two instalments is counted.',
  valuesConfig: { DAY: { description: 'Days.' }, MONTH: { description: 'Calendar months.' } },
})

@ObjectType({ description: 'How a package is paid in parts of one size.', simpleResolvers: true })
export class PackageInstalments {
  @Field(() => Int, { description: 'How many there are; at least 2.' })
  declare count: number
  @Field(() => Money, { description: 'Each of them.' })
  declare amount: Money
  @Field(() => Int, { description: 'How far apart they are, in the interval.' })
  declare every: number
  @Field(() => InstalmentInterval, { description: 'In what that is counted.' })
  declare interval: string
  @Field(() => Money, { description: 'All of them together; it may be more or less than the price.' })
  declare total: Money
}

@ObjectType({ description: 'Something that the organization sells.', simpleResolvers: true })
export class Package {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'What it is.' })
  declare description: string | null
  @Field(() => Money, { description: 'What it costs paid in full.' })
  declare price: Money
  @Field(() => Boolean, { description: 'Whether it may be paid in full.' })
  declare paidInFull: boolean
  @Field(() => PackageInstalments, { nullable: true, description: 'How it may be paid in instalments; none where it may not.' })
  declare instalments: PackageInstalments | null
  @Field(() => Money, { nullable: true, description: 'What holds a place until the rest is paid; none where it takes no deposit.' })
  declare deposit: Money | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is sold no more.' })
  declare retiredAt: string | null
}
