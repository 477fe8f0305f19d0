import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { reportVault } from '../service/report-vault.ts'

@ObjectType({ description: 'A master key, and what it seals.', simpleResolvers: true })
class PlatformVaultKey {
  @Field(() => Int, { description: 'Its version.' })
  declare version: number
  @Field(() => Boolean, { description: 'Whether it is configured. What it sealed does not open without it.' })
  declare isConfigured: boolean
  @Field(() => Int, { description: 'How many secrets are sealed with it.' })
  declare secrets: number
  @Field(() => Int, { description: 'Of how many organizations.' })
  declare organizations: number
}

@ObjectType({ description: 'How far the secrets of all organizations are sealed. Nothing of what they are.', simpleResolvers: true })
class PlatformVault {
  @Field(() => Int, { description: 'The version of the master key that seals now.' })
  declare keyVersion: number
  @Field(() => Int, { description: 'How many secrets there are.' })
  declare secrets: number
  @Field(() => Int, { description: 'How many are sealed with the current master key.' })
  declare upToDate: number
  @Field(() => Int, { description: 'How many were imported in the clear and were not used since.' })
  declare inTheClear: number
  @Field(() => [PlatformVaultKey], { description: 'Every master key that is configured or still seals something, the oldest first.' })
  declare keys: PlatformVaultKey[]
}

@Resolver(() => PlatformVault)
class VaultResolver {
  @Query(() => PlatformVault, { description: 'How far the vault is sealed with the current master key. For operators.' })
  platformVault(@Ctx() { caller, services, origin }: GraphContext) {
    if (!caller.account) throw unauthenticated()
    return reportVault({ userId: caller.account.userId, database: services.database, origin }, services.vault)
  }
}

export const vaultResolvers = [VaultResolver]
