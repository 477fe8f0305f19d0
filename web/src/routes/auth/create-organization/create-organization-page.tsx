import { AuthLayout } from '../auth-layout.tsx'
import { CreateOrganizationForm, type CreateOrganizationFormProps } from './create-organization-form.tsx'

/** The first organization of a new account, or a further one. */
export function CreateOrganizationPage(props: CreateOrganizationFormProps) {
  return (
    <AuthLayout title="Create your organization">
      <CreateOrganizationForm {...props} />
    </AuthLayout>
  )
}
