import type { ApolloClient } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Toaster } from '../components/toaster.tsx'
import { TooltipProvider } from '../components/tooltip.tsx'

/** What every page stands in: the GraphQL client, tooltips, toasts. */
export function Providers({ client, children }: { client: ApolloClient; children: ReactNode }) {
  return (
    <ApolloProvider client={client}>
      <TooltipProvider>
        {children}
        <Toaster />
      </TooltipProvider>
    </ApolloProvider>
  )
}
