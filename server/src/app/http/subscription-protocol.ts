import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { makeServer, type Server } from 'graphql-ws'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { GraphContext, type Services } from '../../graphql-kit/context.ts'
import { actorLabel } from '../../kernel/actor.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import { type CallerBudget, overBudgetMessage, payerOf } from '../graphql/caller-budget.ts'
import { toPublicError } from '../graphql/error-adapter.ts'
import { readSubscription } from '../graphql/subscription-operation.ts'
import { beginSubscription } from '../graphql/told-results.ts'
import type { OpenSockets } from './open-sockets.ts'
import { closing, type SocketSession } from './socket-session.ts'

export interface SubscriptionProtocolOptions {
  schema: GraphQLSchema
  services: Services
  /** What each caller may spend; without end where null. */
  budget: CallerBudget | null
  limits: LimitLog
  logger: Logger
  open: OpenSockets
}

const initWithinMs = 5_000
const mostSubscriptions = 5

interface Asked {
  session: SocketSession
  /** Of each answer. */
  cost: number
}

/** What is said by a socket, in the protocol `graphql-transport-ws`: who may listen, to what, and how much of it. */
export function subscriptionProtocol(options: SubscriptionProtocolOptions): Server<{ session: SocketSession }> {
  const { schema, services, budget, limits, logger, open } = options
  const asked = new WeakMap<object, Asked>()

  /** A context for one moment of a session; null where its caller may not be told any more. */
  const contextOf = async (session: SocketSession): Promise<GraphContext | null> => {
    const caller = await session.stillThere()
    return caller && new GraphContext(caller, { id: uuidv7(), address: session.info.address }, services, session.since)
  }
  const note = ({ info: { address, id } }: SocketSession, limit: string, who: string) => limits.note({ limit, who, address, requestId: id })

  /** Takes a cost off the caller's budget; throws where it is spent. */
  const pay = async (session: SocketSession, context: GraphContext, cost: number): Promise<void> => {
    if (!budget) return
    const who = payerOf(context)
    const admission = await budget.admit(who, cost)
    const retryAfter = admission.retryAfterSeconds
    if (retryAfter === null) return
    note(session, 'RATE_LIMITED', who)
    throw new GraphQLError(overBudgetMessage(admission, retryAfter), { extensions: { code: 'RATE_LIMITED', retryAfter } })
  }
  const told = ({ info: { id } }: SocketSession, error: unknown): GraphQLFormattedError =>
    // What is thrown while a stream runs arrives wrapped.
    toPublicError(error instanceof GraphQLError ? (error.originalError ?? error) : error, id, logger)
  const refusal = (session: SocketSession, error: unknown): GraphQLError => {
    const { message, extensions } = told(session, error)
    return new GraphQLError(message, { extensions: extensions ?? {} })
  }

  return makeServer<Record<string, unknown>, { session: SocketSession }>({
    connectionInitWaitTimeout: initWithinMs,
    async onConnect({ connectionParams, extra: { session } }) {
      const caller = await session.enter(connectionParams)
      if (!caller) return false
      const { actor } = caller
      const who = actorLabel(actor)
      const standing = await budget?.standing(payerOf({ caller, address: session.info.address }))
      if ((standing?.retryAfterSeconds ?? null) !== null || !open.admitCaller(session, who, actor.organizationId)) {
        note(session, 'sockets', who)
        session.close(closing.tryLater, 'Too many at once. Try again later.')
        return false
      }
      session.since = await services.activity.placeOf(actor.organizationId)
      return true
    },
    async onSubscribe({ subscriptions, extra: { session } }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
      // Looked at first: those that were asked for at the same moment are counted with it.
      if (Object.keys(subscriptions).length > mostSubscriptions) return [refusal(session, tooMany())]
      const context = await contextOf(session)
      if (!context) return [new GraphQLError('The socket is closed.')]
      try {
        const { mistakes, args, cost } = readSubscription(schema, payload)
        if (mistakes.length > 0) return mistakes.map((each) => refusal(session, each))
        await pay(session, context, cost)
        asked.set(context, { session, cost })
        return { ...args, contextValue: context }
      } catch (error) {
        return [refusal(session, error)]
      }
    },
    subscribe(args) {
      const context: unknown = args.contextValue
      const found = context instanceof GraphContext ? asked.get(context) : undefined
      if (!found) throw new Error('A subscription was begun that nobody asked for')
      const { session, cost } = found
      return beginSubscription(args, {
        open: () => contextOf(session),
        pay: (each, answers) => pay(session, each, cost * answers),
        fail(error) {
          const { message, extensions } = told(session, error)
          logger.warn({ requestId: session.info.id, code: extensions?.code }, 'a subscriber could not be told, and is to come again')
          session.close(closing.tryLater, message)
        },
      })
    },
    onNext: ({ extra: { session } }, _id, _payload, _args, { data, errors }) => ({
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors: errors.map((each) => toPublicError(each, session.info.id, logger)) } : {}),
    }),
    onError: ({ extra: { session } }, _id, _payload, errors) =>
      errors.map((each) => (typeof each.extensions.requestId === 'string' ? each.toJSON() : told(session, each))),
  })
}

const tooMany = (): GraphQLError =>
  new GraphQLError(`At most ${mostSubscriptions} subscriptions by one socket.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: mostSubscriptions },
  })
