import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx'

const whySignedOutQuery = graphql(`
  query WhySignedOut {
    whySignedOut
  }
`)

/** `/sign-in`: says why the session that was here before is over, if there was one. The form does not wait for it. */
export function SignInRoute(props: Omit<SignInPageProps, 'why'>) {
  const { data } = useQuery(whySignedOutQuery, { fetchPolicy: 'network-only' })
  return <SignInPage {...props} why={data?.whySignedOut ?? null} />
}
