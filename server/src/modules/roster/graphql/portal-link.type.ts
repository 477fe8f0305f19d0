import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const PortalLinkState = { ACTIVE: 'active', USED: 'used', EXPIRED: 'expired', REVOKED: 'revoked' } as const
registerEnumType(PortalLinkState, {
  name: 'PortalLinkState',
  description: 'Whether a portal link can be opened.',
  valuesConfig: {
    ACTIVE: { description: 'It can.' },
    USED: { description: 'It was good for one opening, and was opened. The session that it was exchanged for goes on.' },
    EXPIRED: { description: 'Its time is over, and with it that of its sessions.' },
    REVOKED: { description: 'It was revoked or replaced, and its sessions were ended.' },
  },
})

@ObjectType({
  description: 'A link with which one closer or one setter opens their portal without a password. Its address was shown when it was made.',
  simpleResolvers: true,
})
export class PortalLink {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'The last four characters of its address.' })
  declare lastFour: string
  @Field(() => Boolean, { description: 'Whether it is good for one opening only.' })
  declare singleUse: boolean
  @Field(() => PortalLinkState, { description: 'Whether it can be opened.' })
  declare state: string
  @Field(() => Int, { description: 'On how many browsers the portal is open by it now.' })
  declare openSessions: number
  @Field(() => String, { description: 'Who made it.' })
  declare createdBy: string
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { description: 'When it ends, and every session of it.' })
  declare expiresAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it or a session of it was last used, to the minute.' })
  declare lastUsedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked or replaced.' })
  declare revokedAt: string | null
}
