import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { connectionToCheck } from '../service/connection-to-check.ts'
import { createConnection } from '../service/create-connection.ts'
import { judgeHealth } from '../service/judge-health.ts'
import { judgeWebhook } from '../service/judge-webhook.ts'
import { type ConnectionRow, listConnections } from '../service/load-connections.ts'
import { type HealthRow, loadHealth } from '../service/load-health.ts'
import { makesSecret } from '../service/secret-rules.ts'
import { rotateConnectionSecret } from '../service/rotate-secret.ts'
import { updateConnection } from '../service/update-connection.ts'
import { Connection, ConnectionHealth, FieldMapping } from './connection.type.ts'
import {
  CheckConnectionInput,
  CheckConnectionPayload,
  CreateConnectionInput,
  CreateConnectionPayload,
  RotateConnectionSecretInput,
  RotateConnectionSecretPayload,
  UpdateConnectionInput,
  UpdateConnectionPayload,
} from './connections.inputs.ts'
import { connectionById, webhookOfConnection } from './connections.loaders.ts'
import { readMappingInput, toMapping } from './mapping.type.ts'

const healthOfConnection = defineLoader<HealthRow | null>(loadHealth, null)

@Resolver(() => Connection)
class ConnectionResolver {
  @Query(() => [Connection], { description: 'Every connection, by provider.' })
  connections(@Ctx() context: GraphContext) {
    return listConnections(context.tx)
  }

  @Mutation(() => CreateConnectionPayload, { description: 'Links the organization to a provider.' })
  async createConnection(
    @Arg('input', () => CreateConnectionInput, { description: 'The connection.' }) given: CreateConnectionInput,
    @Ctx() context: GraphContext,
  ) {
    const input = Object.assign({}, given, { mapping: given.mapping ? readMappingInput(given.mapping) : null })
    const { vault } = context.services
    // A secret that is made is answered once and kept nowhere, so this cannot be answered again.
    const retried = makesSecret(given.provider) ? {} : given
    const { id, madeSecret } = await context.write('createConnection', retried, (tx) =>
      createConnection({ actor: context.actor, input: mutable(input), tx, vault }),
    )
    return { connection: await connectionById.load(context, id), madeSecret }
  }

  @Mutation(() => UpdateConnectionPayload, { description: 'Changes a connection.' })
  async updateConnection(
    @Arg('input', () => UpdateConnectionInput, { description: 'What to change.' }) given: UpdateConnectionInput,
    @Ctx() context: GraphContext,
  ) {
    const input = Object.assign({}, given, { mapping: given.mapping ? readMappingInput(given.mapping) : null })
    const { id } = await context.write('updateConnection', given, (tx) =>
      updateConnection({ actor: context.actor, input: mutable(input), tx }),
    )
    return { connection: await connectionById.load(context, id) }
  }

  @Mutation(() => RotateConnectionSecretPayload, { description: 'Replaces a secret; the old one stays valid for an overlap.' })
  async rotateConnectionSecret(
    @Arg('input', () => RotateConnectionSecretInput, { description: 'The new secret.' }) input: RotateConnectionSecretInput,
    @Ctx() context: GraphContext,
  ) {
    const { vault } = context.services
    const { id, madeSecret } = await context.write('rotateConnectionSecret', input.secret ? input : {}, (tx) =>
      rotateConnectionSecret({ actor: context.actor, input, tx, vault }),
    )
    return { connection: await connectionById.load(context, id), madeSecret }
  }

  @Mutation(() => CheckConnectionPayload, { description: 'Calls the provider to see whether it accepts the key that is on file.' })
  async checkConnection(
    @Arg('input', () => CheckConnectionInput, { description: 'Which.' }) input: CheckConnectionInput,
    @Ctx() context: GraphContext,
  ) {
    const connection = await connectionToCheck({ actor: context.actor, input, tx: context.tx })
    // A provider may take its time: no transaction is held meanwhile. What the answer needs of the database is read in another.
    await context.end()
    const checked = await context.services.checkKey(context.actor, connection, context.requestId)
    return { connection, ...checked }
  }

  @FieldResolver(() => String, { description: 'Where the provider is to send its webhooks.' })
  webhookUrl(@Root() connection: ConnectionRow, @Ctx() { services }: GraphContext) {
    return `${services.publicUrl()}/webhooks/${connection.provider}/${connection.id}`
  }

  @FieldResolver(() => FieldMapping)
  mapping(@Root() connection: ConnectionRow) {
    return toMapping(connection.mapping)
  }

  @FieldResolver(() => ConnectionHealth, { description: 'How it is doing.' })
  async health(@Root() connection: ConnectionRow, @Ctx() context: GraphContext) {
    const [health, webhook] = await Promise.all([
      healthOfConnection.load(context, connection.id),
      webhookOfConnection.load(context, connection.id),
    ])
    if (!health) throw new Error('A connection has no health')
    return { ...health, ...judgeHealth(connection, health, judgeWebhook(connection, webhook)) }
  }
}

type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value

/** The verbs parse their input into new objects; what they are given may be read-only. */
const mutable = <Value>(value: Value): Mutable<Value> => structuredClone(value) as Mutable<Value>

export const connectionResolvers = [ConnectionResolver]
