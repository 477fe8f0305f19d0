import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { OrganizationState } from '../../../graphql-kit/organization-state.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const ViewerKind = { USER: 'user', PORTAL: 'portal', OPERATOR: 'operator', API_KEY: 'api_key' } as const
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'What kind of caller.',
  valuesConfig: {
    USER: { description: 'A person who signed in.' },
    PORTAL: { description: 'A closer or a setter who came by a portal link.' },
    OPERATOR: { description: 'An operator of the platform, acting for this organization.' },
    API_KEY: { description: 'A program with a key.' },
  },
})

export const MemberRoleEnum = { OWNER: 'owner', ADMIN: 'admin', SALES_REP: 'sales_rep' } as const
registerEnumType(MemberRoleEnum, {
  name: 'MemberRole',
  description: 'What a member may do.',
  valuesConfig: {
    OWNER: { description: 'Everything, also giving the organization away.' },
    ADMIN: { description: 'Everything in the organization but giving it away.' },
    SALES_REP: { description: 'Their own calls, forms and figures.' },
  },
})

export const Permission = {
  OPERATE_PLATFORM: 'operate_platform',
  OWN_ORGANIZATION: 'own_organization',
  MANAGE_ORGANIZATION: 'manage_organization',
  WRITE_ROSTER: 'write_roster',
  WRITE_CONNECTIONS: 'write_connections',
  WRITE_PAYMENTS: 'write_payments',
  SUBMIT_FORMS: 'submit_forms',
  WRITE_FORMS: 'write_forms',
  WRITE_PACKAGES: 'write_packages',
  READ_METRICS: 'read_metrics',
  READ_ALL_ROWS: 'read_all_rows',
} as const
registerEnumType(Permission, {
  name: 'Permission',
  description: 'Something that a caller may do. The server decides by the same rules; this is for showing what there is.',
  valuesConfig: {
    OPERATE_PLATFORM: { description: 'Use the platform console.' },
    OWN_ORGANIZATION: { description: 'Hand the organization over, or delete it.' },
    MANAGE_ORGANIZATION: { description: 'Change settings, members and keys.' },
    WRITE_ROSTER: { description: 'Change closers, setters and sources.' },
    WRITE_CONNECTIONS: { description: 'Connect providers and replay deliveries.' },
    WRITE_PAYMENTS: { description: 'Credit payments by hand.' },
    SUBMIT_FORMS: { description: 'File post-call forms.' },
    WRITE_FORMS: { description: 'Change what the post-call form asks, call outcomes and opportunity statuses.' },
    WRITE_PACKAGES: { description: 'Change what is sold.' },
    READ_METRICS: { description: 'See figures.' },
    READ_ALL_ROWS: { description: 'See every row of the organization, not only their own.' },
  },
})

@ObjectType({ description: 'An organization that the caller belongs to.', simpleResolvers: true })
export class ViewerOrganization {
  @Field(() => ID, { description: 'UUIDv7; send it as x-organization-id.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => MemberRoleEnum, { description: 'The caller’s role in it.' })
  declare role: string
  @Field(() => OrganizationState, { description: 'Whether anybody may act in it.' })
  declare state: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on it is deleted for good; none unless it is DELETING.' })
  declare deleteAfter: string | null
}

@ObjectType({ description: 'Who calls.' })
export class Viewer {
  @Field(() => ID, { description: 'The user’s, the key’s or the portal link’s id.' })
  declare id: string
  @Field(() => ViewerKind, { description: 'What kind of caller.' })
  declare kind: string
  @Field(() => String, { description: 'The user’s, the key’s, the closer’s or the setter’s name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'The user’s e-mail address; none for a key or a portal link.' })
  declare email: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether the user’s address was confirmed; none for a key or a portal link.' })
  declare emailVerified: boolean | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether signing in asks the user for a code as well; none for a key or a portal link.',
  })
  declare twoFactorEnabled: boolean | null
  @Field(() => MemberRoleEnum, {
    nullable: true,
    description: 'The user’s role in the current organization; none for anybody but members, or without an organization.',
  })
  declare role: string | null
  @Field(() => ID, { nullable: true, description: 'The organization that this request acts in; none where none could be told.' })
  declare organizationId: string | null
  @Field(() => String, { nullable: true, description: 'Why there is no current organization, in words.' })
  declare why: string | null
  @Field(() => Boolean, {
    description: 'Whether there is no current organization because it demands a second factor, and the user has none.',
  })
  declare secondFactorWanted: boolean
  @Field(() => ID, { nullable: true, description: 'The closer on the roster who the caller is.' })
  declare closerId: string | null
  @Field(() => ID, { nullable: true, description: 'The setter on the roster who the caller is.' })
  declare setterId: string | null
  @Field(() => [Permission], { description: 'What the caller may do in the current organization.' })
  declare permissions: readonly string[]
}
