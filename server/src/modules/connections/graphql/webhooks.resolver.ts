import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { judgeWebhook } from '../service/judge-webhook.ts'
import type { ConnectionRow } from '../service/load-connections.ts'
import { registerWebhook } from '../service/register-webhook.ts'
import { removeWebhook } from '../service/remove-webhook.ts'
import { Connection } from './connection.type.ts'
import { connectionById, webhookOfConnection } from './connections.loaders.ts'
import {
  ConnectionWebhook,
  RegisterWebhookInput,
  RegisterWebhookPayload,
  RemoveWebhookInput,
  RemoveWebhookPayload,
} from './webhook.type.ts'

const nothingKnown = { scope: null, registeredAt: null, checkedAt: null, failingSince: null, disabledSince: null, missedSince: null }

@Resolver(() => Connection)
class WebhookResolver {
  @Mutation(() => RegisterWebhookPayload, {
    description:
      'Has the webhook of a connection registered at its provider with the key on file, signed with a key that Clinch makes, and kept so from now on. What comes of it is told by `Connection.webhook` within seconds.',
  })
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput, { description: 'Which.' }) input: RegisterWebhookInput,
    @Ctx() context: GraphContext,
  ) {
    const { vault } = context.services
    const { id } = await context.write('registerWebhook', input, (tx) => registerWebhook({ actor: context.actor, input, tx, vault }))
    return { connection: await connectionById.load(context, id) }
  }

  @Mutation(() => RemoveWebhookPayload, {
    description: 'Has the webhook that Clinch registered for a connection removed at its provider. One that was made by hand stays.',
  })
  async removeWebhook(
    @Arg('input', () => RemoveWebhookInput, { description: 'Which.' }) input: RemoveWebhookInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('removeWebhook', input, (tx) => removeWebhook({ actor: context.actor, input, tx }))
    return { connection: await connectionById.load(context, id) }
  }

  @FieldResolver(() => ConnectionWebhook, {
    nullable: true,
    description: 'The webhook that Clinch registers at the provider by itself; none where that is done by hand.',
  })
  async webhook(@Root() connection: ConnectionRow, @Ctx() context: GraphContext) {
    const webhook = await webhookOfConnection.load(context, connection.id)
    const judgement = judgeWebhook(connection, webhook)
    if (!judgement) return null
    const { missedSince, healedAt, ...known } = webhook ?? { ...nothingKnown, healedAt: null }
    return { ...known, ...judgement, isWanted: connection.registersWebhook, missedSince: healedAt === null ? missedSince : null }
  }
}

export const webhookResolvers = [WebhookResolver]
