import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { notify } from '../../../components/notify.ts'
import { changePassword, updateName } from '../../../features/account/account-api.ts'
import { ChangePassword } from '../../../features/account/change-password.tsx'
import { NameSection } from '../../../features/account/name-section.tsx'
import {
  beginSecondFactor,
  endSecondFactor,
  finishSecondFactor,
  renewRecoveryCodes,
} from '../../../features/account/second-factor-api.ts'
import { SecondFactorSection } from '../../../features/account/second-factor-section.tsx'
import { SessionList } from '../../../features/account/session-list.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { FormSkeleton } from './form-skeleton.tsx'

const accountQuery = graphql(`
  query SettingsAccount {
    viewer {
      id
      name
      email
      twoFactorEnabled
    }
    organization {
      id
      name
      secondFactorRequired
    }
    sessions {
      id
      device
      address
      createdAt
      lastSeenAt
      current
    }
  }
`)

const revokeMutation = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      sessionId
    }
  }
`)

const revokeOthersMutation = graphql(`
  mutation RevokeOtherSessions($input: RevokeOtherSessionsInput!) {
    revokeOtherSessions(input: $input) {
      sessions {
        id
      }
    }
  }
`)

/** The viewer's own account, the same in all their organizations: name, password, second step, and where they are signed in. */
export function AccountTab() {
  const client = useApolloClient()
  const { data, error, refetch } = useQuery(accountQuery, { fetchPolicy: 'cache-and-network' })
  const [revoke] = useMutation(revokeMutation)
  const [revokeOthers] = useMutation(revokeOthersMutation)
  const lookAgain = () => void client.refetchQueries({ include: ['SettingsAccount', 'SignedIn'] })
  const ended = async (act: () => Promise<unknown>): Promise<FormResult<string>> => {
    try {
      await act()
      await refetch()
      return { ok: true }
    } catch (failure) {
      return refusalOf(failure, ['password'])
    }
  }
  if (!data?.viewer) {
    if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    return <FormSkeleton label="Loading your account" />
  }
  const { viewer, organization, sessions } = data
  return (
    <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
      <NameSection
        key={viewer.name}
        name={viewer.name}
        email={viewer.email ?? ''}
        onSend={updateName}
        onDone={() => {
          notify.done('Your name was saved')
          lookAgain()
        }}
      >
        <ChangePassword onSend={changePassword} onDone={lookAgain} />
      </NameSection>
      <SecondFactorSection
        isOn={viewer.twoFactorEnabled ?? false}
        demandedBy={organization.secondFactorRequired ? organization.name : null}
        begin={beginSecondFactor}
        finish={finishSecondFactor}
        end={endSecondFactor}
        renewCodes={renewRecoveryCodes}
        onChanged={lookAgain}
      />
      <SessionList
        sessions={sessions}
        onEnd={(id, password) => ended(() => revoke({ variables: { input: { id, password } } }))}
        onEndOthers={(password) => ended(() => revokeOthers({ variables: { input: { password } } }))}
      />
    </div>
  )
}
