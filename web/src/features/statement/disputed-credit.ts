import type { DisputedCredit_DisputeFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'

// Spread with `@unmask`.
graphql(`
  fragment DisputedCredit_dispute on CreditDispute {
    ...CreditDispute_dispute @unmask
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    payment {
      id
    }
  }
`)

/** A disputed credit as those who answer it see it. */
export type DisputedCredit = DisputedCredit_DisputeFragment

/** Whose statement it is about. */
export const disputerOf = ({ closer, setter, madeBy }: DisputedCredit): string => closer?.name ?? setter?.name ?? madeBy
