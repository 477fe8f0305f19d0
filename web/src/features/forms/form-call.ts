import type { Unmasked } from '@apollo/client/masking'
import type { PostCallFormSection_EventFragment } from '../../apollo/generated/graphql.ts'

/** A call as far as its form goes. */
export type FormCall = Unmasked<PostCallFormSection_EventFragment>
