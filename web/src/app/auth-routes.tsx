import { useApolloClient } from '@apollo/client/react'
import { useNavigate, useSearchParams, type RouteObject } from 'react-router'
import { chooseOrganization } from './chosen-organization.ts'
import { nextPath } from './next-path.ts'
import { signIn, signOut, signUp } from './session.ts'

/** What follows signing in: what the client holds of whoever was here before is dropped, and the page that was asked for is shown. */
function useEntered(fallback: string): () => void {
  const client = useApolloClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const enter = async () => {
    await client.clearStore()
    await navigate(nextPath(search, fallback), { replace: true })
  }
  return () => void enter()
}

/** The pages outside of an organization, each with its own code. The session and the chosen organization are given to them here. */
export const authRoutes: RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => {
      const { SignInPage } = await import('../routes/auth/sign-in/sign-in-page.tsx')
      function SignInRoute() {
        return <SignInPage signIn={signIn} onDone={useEntered('/')} />
      }
      return { Component: SignInRoute }
    },
  },
  {
    path: '/sign-up',
    lazy: async () => {
      const { SignUpPage } = await import('../routes/auth/sign-up/sign-up-page.tsx')
      function SignUpRoute() {
        return <SignUpPage signUp={signUp} onDone={useEntered('/create-organization')} />
      }
      return { Component: SignUpRoute }
    },
  },
  {
    path: '/create-organization',
    lazy: async () => {
      const { CreateOrganizationRoute } =
        await import('../routes/auth/create-organization/create-organization-route.tsx')
      return { Component: () => <CreateOrganizationRoute chooseOrganization={chooseOrganization} /> }
    },
  },
  {
    path: '/accept-invitation',
    lazy: async () => {
      const { AcceptInvitationRoute } = await import('../routes/auth/accept-invitation/accept-invitation-route.tsx')
      return {
        Component: () => <AcceptInvitationRoute chooseOrganization={chooseOrganization} signOut={signOut} />,
      }
    },
  },
]
