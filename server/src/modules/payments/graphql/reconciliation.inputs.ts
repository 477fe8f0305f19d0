import { Field, ID, InputType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { OffPlatformMethod } from './payment.type.ts'

const why = { nullable: true, description: 'Why; kept with it.' } as const

@InputType({ description: 'Which payment is the money that a closer reported.' })
export class MatchReportInput extends RetryableInput {
  @Field(() => ID, { description: 'The report.' })
  declare reportId: string
  @Field(() => ID, { description: 'The payment; another amount or another lead’s is allowed, since it is said outright.' })
  declare paymentId: string
  @Field(() => String, why)
  reason?: string | null
}

@InputType({ description: 'Which report is other money than what came in.' })
export class KeepReportApartInput extends RetryableInput {
  @Field(() => ID, { description: 'The report.' })
  declare reportId: string
  @Field(() => String, why)
  reason?: string | null
}

@InputType({ description: 'Which report’s money came in where no processor tells of it.' })
export class ConfirmReportInput extends RetryableInput {
  @Field(() => ID, { description: 'The report.' })
  declare reportId: string
  @Field(() => OffPlatformMethod, { description: 'How it came.' })
  declare method: (typeof OffPlatformMethod)[keyof typeof OffPlatformMethod]
  @Field(() => String, why)
  reason?: string | null
}

@InputType({ description: 'Which report’s money never came in.' })
export class RejectReportInput extends RetryableInput {
  @Field(() => ID, { description: 'The report.' })
  declare reportId: string
  @Field(() => String, { description: 'Why; kept with it.' })
  declare reason: string
}

@InputType({ description: 'Of which report to take back what was decided.' })
export class ReopenReportInput extends RetryableInput {
  @Field(() => ID, { description: 'The report.' })
  declare reportId: string
  @Field(() => String, why)
  reason?: string | null
}
