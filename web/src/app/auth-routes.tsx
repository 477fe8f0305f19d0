import { useNavigate, useSearchParams, type RouteObject } from 'react-router'
import { nextPath } from './next-path.ts'
import { signIn, signUp } from './session.ts'

/** Sign-in and sign-up, each with its own code. The forms know neither the network nor the router's history: both are given here. */
export const authRoutes: RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => {
      const { SignInPage } = await import('../routes/auth/sign-in/sign-in-page.tsx')
      function SignInRoute() {
        const navigate = useNavigate()
        const [search] = useSearchParams()
        return <SignInPage signIn={signIn} onDone={() => void navigate(nextPath(search, '/'), { replace: true })} />
      }
      return { Component: SignInRoute }
    },
  },
  {
    path: '/sign-up',
    lazy: async () => {
      const { SignUpPage } = await import('../routes/auth/sign-up/sign-up-page.tsx')
      function SignUpRoute() {
        const navigate = useNavigate()
        const [search] = useSearchParams()
        return (
          <SignUpPage
            signUp={signUp}
            onDone={() => void navigate(nextPath(search, '/create-organization'), { replace: true })}
          />
        )
      }
      return { Component: SignUpRoute }
    },
  },
]
