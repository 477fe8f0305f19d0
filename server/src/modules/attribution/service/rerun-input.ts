import { attributionMethods } from '@clinch/drizzle/tables'
import { z } from 'zod'

const day = z.iso.date('A day is written as 2026-11-30.')
const ids = z.array(z.uuid('This is not an id.')).max(100, 'At most 100 ids.').nullish()

/** Which payments to credit again: those of a period, and of these people, or credited in these ways, where that is said. */
export const RerunInput = z.object({
  period: z
    .object({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'A period ends on or after its first day.' }),
  filter: z
    .object({
      closerIds: ids,
      setterIds: ids,
      methods: z.array(z.enum(attributionMethods)).nullish(),
    })
    .nullish(),
})
export type RerunInput = z.input<typeof RerunInput>
export type Rerun = z.output<typeof RerunInput>

/** Why a payment was decided anew, as its history says. */
export const whyAgain = (name: string, { from, to }: Rerun['period']): string =>
  `${name} had the payments of ${from} to ${to} credited again.`
