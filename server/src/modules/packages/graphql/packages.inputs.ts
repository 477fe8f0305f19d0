import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { InstalmentInterval, Package } from './package.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'How a package is paid in parts of one size.' })
export class PackageInstalmentsInput {
  @Field(() => Int, { description: 'How many there are; 2 to 120.' })
  declare count: number
  @Field(() => MoneyInput, { description: 'Each of them, in the currency of the price and no more than it.' })
  declare amount: MoneyInput
  @Field(() => Int, { description: 'How far apart they are, in the interval; 1 to 366.' })
  declare every: number
  @Field(() => InstalmentInterval, { description: 'In what that is counted.' })
  declare interval: ValueOf<typeof InstalmentInterval>
}

@InputType({ description: 'Something new to sell.' })
export class CreatePackageInput extends RetryableInput {
  @Field(() => String, { description: 'Its name; no other package that is sold has it, letter case aside.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'What it is.' })
  description?: string | null
  @Field(() => MoneyInput, { description: 'What it costs paid in full.' })
  declare price: MoneyInput
  @Field(() => Boolean, { description: 'Whether it may be paid in full. If not, it has instalments.' })
  declare paidInFull: boolean
  @Field(() => PackageInstalmentsInput, { nullable: true, description: 'How it may be paid in instalments.' })
  instalments?: PackageInstalmentsInput | null
  @Field(() => MoneyInput, { nullable: true, description: 'What holds a place, in the currency of the price and less than it.' })
  deposit?: MoneyInput | null
}

@InputType({ description: 'What to change of a package; what is left out stays.' })
export class UpdatePackageInput extends RetryableInput {
  @Field(() => ID, { description: 'The package.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'What it is; null takes it away.' })
  description?: string | null
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What it costs paid in full. In another currency, so are instalments and deposit.',
  })
  price?: MoneyInput | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it may be paid in full.' })
  paidInFull?: boolean | null
  @Field(() => PackageInstalmentsInput, { nullable: true, description: 'How it may be paid in instalments; null takes them away.' })
  instalments?: PackageInstalmentsInput | null
  @Field(() => MoneyInput, { nullable: true, description: 'What holds a place; null takes it away.' })
  deposit?: MoneyInput | null
}

@InputType({ description: 'A new order of what is sold.' })
export class ReorderPackagesInput extends RetryableInput {
  @Field(() => [ID], { description: 'Every package that is sold, each once. CONFLICT if others are sold by now.' })
  declare ids: string[]
}

@InputType({ description: 'A package to sell no more.' })
export class RetirePackageInput extends RetryableInput {
  @Field(() => ID, { description: 'The package.' })
  declare id: string
}

@InputType({ description: 'A retired package to sell again.' })
export class RestorePackageInput extends RetryableInput {
  @Field(() => ID, { description: 'The package.' })
  declare id: string
}

@ObjectType({ description: 'The new package.' })
export class CreatePackagePayload {
  @Field(() => Package, { description: 'The package.' })
  declare package: Package
}

@ObjectType({ description: 'The changed package.' })
export class UpdatePackagePayload {
  @Field(() => Package, { description: 'The package.' })
  declare package: Package
}

@ObjectType({ description: 'What is sold, in its new order.' })
export class ReorderPackagesPayload {
  @Field(() => [Package], { description: 'The packages that are not retired.' })
  declare packages: Package[]
}

@ObjectType({ description: 'The retired package.' })
export class RetirePackagePayload {
  @Field(() => Package, { description: 'The package.' })
  declare package: Package
}

@ObjectType({ description: 'The package that is sold again.' })
export class RestorePackagePayload {
  @Field(() => Package, { description: 'The package.' })
  declare package: Package
}
