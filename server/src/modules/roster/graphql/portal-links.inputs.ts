import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { PortalLink } from './portal-link.type.ts'

const shownOnce = 'The address to send to its person. Shown here, once.'

@InputType({ description: 'A new portal link, for one closer or for one setter.' })
export class CreatePortalLinkInput {
  @Field(() => ID, { nullable: true, description: 'The closer whose portal it opens.' })
  closerId?: string | null
  @Field(() => ID, { nullable: true, description: 'The setter whose portal it opens.' })
  setterId?: string | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is good for one opening only; by default for as many as are asked for.',
  })
  singleUse?: boolean | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends: in 90 days unless given, and in a year at the most.' })
  expiresAt?: string | null
}

@InputType({ description: 'Which portal link to revoke.' })
export class RevokePortalLinkInput extends RetryableInput {
  @Field(() => ID, { description: 'The link.' })
  declare id: string
}

@InputType({ description: 'Which portal link to replace.' })
export class ReplacePortalLinkInput {
  @Field(() => ID, { description: 'The link that was lost or is over.' })
  declare id: string
}

@ObjectType({ description: 'The new portal link.' })
export class CreatePortalLinkPayload {
  @Field(() => PortalLink, { description: 'The link.' })
  declare portalLink: PortalLink
  @Field(() => String, { description: shownOnce })
  declare url: string
}

@ObjectType({ description: 'The revoked portal link.' })
export class RevokePortalLinkPayload {
  @Field(() => PortalLink, { description: 'The link.' })
  declare portalLink: PortalLink
}

@ObjectType({ description: 'The portal link in the old one’s place.' })
export class ReplacePortalLinkPayload {
  @Field(() => PortalLink, { description: 'The new link.' })
  declare portalLink: PortalLink
  @Field(() => PortalLink, { description: 'The old link, revoked.' })
  declare replaced: PortalLink
  @Field(() => String, { description: shownOnce })
  declare url: string
}
