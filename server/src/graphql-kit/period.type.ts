import { Field, InputType, ObjectType } from 'type-graphql'
import { badInput } from '../kernel/errors.ts'
import { periodBounds } from '../lib/period.ts'
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

const longestPeriodDays = 3_700

/** Throws BAD_USER_INPUT, blaming `path`, for a period that ends before it begins or has more than ten years. */
export function checkPeriod({ from, to }: PeriodInput, path: string): void {
  if (from > to) throw badInput([{ path: `${path}.to`, message: 'A period ends on or after its first day.' }])
  if (Date.parse(to) - Date.parse(from) > longestPeriodDays * 86_400_000)
    throw badInput([{ path, message: 'A period has at most ten years.' }])
}

/** The half-open span of instants that a filter's period covers in a time zone, once it is checked. */
export function spanOf(period: PeriodInput, path: string, timeZone: string): { start: Date; end: Date } {
  checkPeriod(period, path)
  return periodBounds(period, timeZone)
}
