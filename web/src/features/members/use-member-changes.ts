import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import type { FormResult } from '../../lib/form-result.ts'

const changeRoleMutation = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      member {
        id
        role
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      memberId
    }
  }
`)

const leaveMutation = graphql(`
  mutation LeaveOrganization($input: LeaveOrganizationInput!) {
    leaveOrganization(input: $input) {
      organizationId
    }
  }
`)

const transferMutation = graphql(`
  mutation TransferOwnership($input: TransferOwnershipInput!) {
    transferOwnership(input: $input) {
      organization {
        id
      }
    }
  }
`)

type Sent = Promise<FormResult<never>>

const sent = async (act: () => Promise<unknown>): Sent => {
  try {
    await act()
    return { ok: true }
  } catch (error) {
    return refusalOf(error, [])
  }
}

export interface MemberChanges {
  changeRole: (memberId: string, role: 'ADMIN' | 'SALES_REP') => Sent
  remove: (memberId: string) => Sent
  leave: () => Sent
  handOver: (memberId: string) => Sent
}

/** The acts on a member; what each came to is for its dialog to say. */
export function useMemberChanges(): MemberChanges {
  const [changeRole] = useMutation(changeRoleMutation)
  const [remove] = useMutation(removeMutation)
  const [leave] = useMutation(leaveMutation)
  const [transfer] = useMutation(transferMutation)
  const once = () => ({ clientMutationId: crypto.randomUUID() })
  return {
    changeRole: (memberId, role) => sent(() => changeRole({ variables: { input: { memberId, role, ...once() } } })),
    remove: (memberId) => sent(() => remove({ variables: { input: { memberId, ...once() } } })),
    leave: () => sent(() => leave({ variables: { input: once() } })),
    handOver: (memberId) => sent(() => transfer({ variables: { input: { memberId, ...once() } } })),
  }
}
