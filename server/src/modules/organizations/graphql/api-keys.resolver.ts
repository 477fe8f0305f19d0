import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { createApiKey } from '../service/create-api-key.ts'
import { listApiKeys, loadApiKey } from '../service/load-people.ts'
import { revokeApiKey } from '../service/revoke-api-key.ts'
import { ApiKey } from './api-key.type.ts'
import { CreateApiKeyInput, CreateApiKeyPayload, RevokeApiKeyInput, RevokeApiKeyPayload } from './api-keys.inputs.ts'

@Resolver()
export class ApiKeyResolver {
  @Query(() => [ApiKey], { description: 'Every API key, the newest first, also those that were revoked.' })
  apiKeys(@Ctx() context: GraphContext) {
    return listApiKeys(context.tx)
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes an API key. Its secret is shown once.' })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, secret } = await context.write('createApiKey', {}, (tx) => createApiKey({ actor: context.actor, input, tx }))
    return { apiKey: await loadApiKey(context.tx, id), secret }
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Revokes an API key for good.' })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which key.' }) input: RevokeApiKeyInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('revokeApiKey', input, (tx) => revokeApiKey({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { apiKey: await loadApiKey(context.tx, id) }
  }
}
