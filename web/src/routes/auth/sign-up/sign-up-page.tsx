import { useSearchParams } from 'react-router'
import { TextLink } from '../../../components/text-link.tsx'
import { AuthLayout } from '../auth-layout.tsx'
import { SignUpForm, type SignUpFormProps } from './sign-up-form.tsx'

/** A new account; its organization comes next, or an invitation that led here. */
export function SignUpPage(props: SignUpFormProps) {
  const [search] = useSearchParams()
  return (
    <AuthLayout title="Create your account">
      <SignUpForm {...props} />
      <p className="mt-5 text-fg-2">
        Have an account? <TextLink to={{ pathname: '/sign-in', search: search.toString() }}>Sign in</TextLink>
      </p>
    </AuthLayout>
  )
}
