import { useSearchParams } from 'react-router'
import { TextLink } from '../../../components/text-link.tsx'
import { AuthLayout } from '../auth-layout.tsx'
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx'

/** Sign in, and go on to where the person was. */
export function SignInPage(props: SignInFormProps) {
  const [search] = useSearchParams()
  return (
    <AuthLayout title="Sign in">
      <SignInForm {...props} />
      <p className="mt-5 text-fg-2">
        New here? <TextLink to={{ pathname: '/sign-up', search: search.toString() }}>Create an account</TextLink>
      </p>
      <p className="mt-5 border-t border-line pt-4 text-small text-pretty text-fg-3">
        Closer or setter without a password? Open your portal link, or ask your admin for a new one.
      </p>
    </AuthLayout>
  )
}
