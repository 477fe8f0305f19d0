import type { ReactNode } from 'react'
import type { Provider } from '../../apollo/generated/graphql.ts'

/** What the steps of every provider may name. */
export interface ProviderStepsProps {
  provider: Provider
  webhookUrl: string
  /** The secret, where it was given a moment ago; else the steps name a place for it. */
  signingSecret?: string
  /** The form that takes the secret which the provider shows, where none is on file yet. */
  secretForm?: ReactNode
  /** What tries the key, where the provider is called. */
  keyCheck?: ReactNode
}
