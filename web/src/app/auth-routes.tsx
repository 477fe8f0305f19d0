import { useApolloClient } from '@apollo/client/react'
import { useNavigate, useSearchParams, type RouteObject } from 'react-router'
import { useServerConfig } from '../lib/server-config.ts'
import { chooseOrganization } from './chosen-organization.ts'
import { nextPath } from './next-path.ts'
import {
  confirmSignIn,
  confirmSignUp,
  requestPasswordReset,
  resetPassword,
  sendVerification,
  signIn,
  signOut,
  signUp,
} from './session.ts'

/** The page that was asked for, or the first. */
const useNext = (): string => nextPath(useSearchParams()[0], '/')

/** What follows signing in: what the client holds of whoever was here before is dropped, and the page that was asked for is shown. */
function useEntered(): () => void {
  const client = useApolloClient()
  const navigate = useNavigate()
  const next = useNext()
  const enter = async () => {
    await client.clearStore()
    await navigate(next, { replace: true })
  }
  return () => void enter()
}

/** The pages outside of an organization, each with its own code. The session and the chosen organization are given to them here. */
export const authRoutes: RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => {
      const { SignInRoute } = await import('../routes/auth/sign-in/sign-in-route.tsx')
      function Component() {
        const next = useNext()
        return (
          <SignInRoute
            signIn={signIn}
            confirm={confirmSignIn}
            onSendAgain={(email) => sendVerification(email, next)}
            onDone={useEntered()}
          />
        )
      }
      return { Component }
    },
  },
  {
    path: '/sign-up',
    lazy: async () => {
      const { SignUpPage } = await import('../routes/auth/sign-up/sign-up-page.tsx')
      function Component() {
        const next = useNext()
        const { mailbox } = useServerConfig()
        return (
          <SignUpPage
            signUp={(input) => signUp({ ...input, next })}
            onSendAgain={(email) => sendVerification(email, next)}
            mailbox={mailbox}
          />
        )
      }
      return { Component }
    },
  },
  {
    path: '/confirm',
    lazy: async () => {
      const { ConfirmRoute } = await import('../routes/auth/confirm/confirm-route.tsx')
      function Component() {
        const next = useNext()
        return (
          <ConfirmRoute
            confirm={confirmSignUp}
            onSend={(email) => sendVerification(email, next)}
            onContinue={useEntered()}
          />
        )
      }
      return { Component }
    },
  },
  {
    path: '/forgot-password',
    lazy: async () => {
      const { ForgotPasswordPage } = await import('../routes/auth/forgot-password/forgot-password-page.tsx')
      return { Component: () => <ForgotPasswordPage onSend={requestPasswordReset} /> }
    },
  },
  {
    path: '/reset-password',
    lazy: async () => {
      const { ResetPasswordPage } = await import('../routes/auth/reset-password/reset-password-page.tsx')
      return { Component: () => <ResetPasswordPage onReset={resetPassword} /> }
    },
  },
  {
    path: '/mailbox',
    lazy: async () => ({ Component: (await import('../routes/auth/mailbox/mailbox-route.tsx')).MailboxRoute }),
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
