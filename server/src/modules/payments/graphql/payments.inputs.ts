import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { Provider } from '../../connections/graphql/connection.type.ts'
import { CurrencyCodeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { FieldFilterInput, fieldFilterDescription } from '../../fields/graphql/field-filter.inputs.ts'
import { BillingTurn, PaymentOrigin, PaymentStatus } from './payment.type.ts'
import { AttributionMethod } from './attribution-method.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'Which payments. Every field given must hold; a list means any of its values.' })
export class PaymentFilter {
  @Field(() => String, { nullable: true, description: 'Part of a customer’s name or e-mail address, of the processor’s id or of an id.' })
  search?: string
  @Field(() => PeriodInput, { nullable: true, description: 'Paid on one of these days of the organization’s time zone.' })
  paid?: PeriodInput
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these closers, or split among them.' })
  closerIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these setters, or split among them.' })
  setterIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these sources.' })
  sourceIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these events.' })
  eventIds?: string[]
  @Field(() => [AttributionMethod], { nullable: true, description: 'Credited in one of these ways; NONE for those that are not.' })
  methods?: ValueOf<typeof AttributionMethod>[]
  @Field(() => [PaymentStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: ValueOf<typeof PaymentStatus>[]
  @Field(() => [PaymentOrigin], { nullable: true, description: 'Told by one of these.' })
  origins?: ValueOf<typeof PaymentOrigin>[]
  @Field(() => [Provider], { nullable: true, description: 'Told by one of these processors.' })
  providers?: ValueOf<typeof Provider>[]
  @Field(() => [ID], { nullable: true, description: 'Paid by one of these leads.' })
  leadIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'For one of these packages: as the payment’s package says.' })
  packageIds?: string[]
  @Field(() => [CurrencyCodeScalar], { nullable: true, description: 'Paid in one of these currencies.' })
  currencies?: string[]
  @Field(() => [BillingTurn], { nullable: true, description: 'One of these turns of what they pay for.' })
  billingTurns?: ValueOf<typeof BillingTurn>[]
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what was deleted. Otherwise nothing that was. Only for owners and admins.',
  })
  deleted?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only what waits to be reconciled. Of origin FORM, reports that no payment stands for and nobody decided. Of origin PROCESSOR, payments that stand for no report: no later turns of a subscription, and none whose event waits for its form.',
  })
  unmatched?: boolean
  @Field(() => [FieldFilterInput], { nullable: true, description: fieldFilterDescription })
  fields?: FieldFilterInput[]
}

export const PaymentOrderField = { PAID_AT: 'paid_at', AMOUNT: 'amount' } as const
registerEnumType(PaymentOrderField, {
  name: 'PaymentOrderField',
  description: 'What payments can be ordered by.',
  valuesConfig: { PAID_AT: { description: 'When they were paid.' }, AMOUNT: { description: 'Their amount in minor units.' } },
})

@InputType({ description: 'The order of payments; ties are broken by id.' })
export class PaymentOrder {
  @Field(() => PaymentOrderField, { description: 'What to order by.' })
  declare field: ValueOf<typeof PaymentOrderField>
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: ValueOf<typeof OrderDirection>
}
