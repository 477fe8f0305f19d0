import type { DecidedShare } from '@clinch/drizzle/tables'
import { z } from 'zod'

const mostPeople = 10

const percent = z.int('A share is in whole percents.').min(1, 'A share is at least 1 percent.').max(99, 'A share is at most 99 percent.')

const CloserShare = z
  .object({ closerId: z.uuid('Say which closer.'), percent })
  .transform((share): DecidedShare => ({ role: 'closer', personId: share.closerId, percent: share.percent }))

const SetterShare = z
  .object({ setterId: z.uuid('Say which setter.'), percent })
  .transform((share): DecidedShare => ({ role: 'setter', personId: share.setterId, percent: share.percent }))

/** Among whom one side of a payment is split: two to ten people, each once, in whole percents that add to 100. */
const splitAmong = (role: DecidedShare['role'], share: z.ZodType<DecidedShare>) =>
  z
    .array(share)
    .min(2, `A split is among at least two ${role}s.`)
    .max(mostPeople, `A split is among at most ${mostPeople} ${role}s.`)
    .superRefine((shares, context) => {
      shares.forEach(({ personId }, index) => {
        if (shares.findIndex((other) => other.personId === personId) < index)
          context.addIssue({ code: 'custom', path: [index, `${role}Id`], message: `Each ${role} has one share.` })
      })
      const sum = shares.reduce((total, each) => total + each.percent, 0)
      if (sum !== 100) context.addIssue({ code: 'custom', message: `The shares add to ${sum} percent; they must add to 100.` })
    })
    // The largest share first: whose it is stands for the payment; equals stay in the order given.
    .transform((shares) => [...shares].sort((a, b) => b.percent - a.percent))
    .nullish()

export const SplitAmongClosers = splitAmong('closer', CloserShare)
export const SplitAmongSetters = splitAmong('setter', SetterShare)
