import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { createCloser } from '../service/create-closer.ts'
import { createSetter } from '../service/create-setter.ts'
import { countPeople, listPeople } from '../service/list-people.ts'
import type { PersonRow } from '../service/load-roster.ts'
import { updateCloser } from '../service/update-closer.ts'
import { updateSetter } from '../service/update-setter.ts'
import { Closer } from './closer.type.ts'
import {
  CloserFilter,
  CreateCloserInput,
  CreateCloserPayload,
  CreateSetterInput,
  CreateSetterPayload,
  RosterOrder,
  SetterFilter,
  UpdateCloserInput,
  UpdateCloserPayload,
  UpdateSetterInput,
  UpdateSetterPayload,
} from './roster.inputs.ts'
import { aliasesOfSetter, closerById, setterById } from './roster.loaders.ts'
import { Setter } from './setter.type.ts'

const { Connection: CloserConnection, ConnectionResolver: CloserConnectionResolver } = defineConnection('Closer', () => Closer)
const { Connection: SetterConnection, ConnectionResolver: SetterConnectionResolver } = defineConnection('Setter', () => Setter)

const byName = { field: 'name', direction: 'asc' } as const

@Resolver(() => Closer)
class CloserResolver {
  @Query(() => CloserConnection, { description: 'Closers on the roster, by name unless asked otherwise.' })
  async closers(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CloserFilter, { nullable: true, description: 'Which closers.' }) filter: CloserFilter | undefined,
    @Arg('orderBy', () => RosterOrder, { nullable: true, description: 'In which order.' }) orderBy: RosterOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listPeople(context.tx, 'closers', filter ?? {}, orderBy ?? byName, page)
    return toConnection(rows, () => countPeople(context.tx, 'closers', filter ?? {}))
  }

  @Mutation(() => CreateCloserPayload, {
    description: 'Puts a closer on the roster. Earlier bookings that their address hosted become theirs.',
  })
  async createCloser(
    @Arg('input', () => CreateCloserInput, { description: 'The closer.' }) input: CreateCloserInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createCloser', input, (tx) => createCloser({ actor: context.actor, input, tx }))
    return { closer: await closerById.load(context, id) }
  }

  @Mutation(() => UpdateCloserPayload, { description: 'Changes a closer.' })
  async updateCloser(
    @Arg('input', () => UpdateCloserInput, { description: 'What to change.' }) input: UpdateCloserInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updateCloser', input, (tx) => updateCloser({ actor: context.actor, input, tx }))
    // Who left the roster is out of their portal at once.
    context.services.forgetCallers()
    return { closer: await closerById.load(context, id) }
  }

  @FieldResolver(() => Boolean, { description: 'Whether somebody signs in as this closer.' })
  hasAccount(@Root() closer: PersonRow) {
    return closer.userId !== null
  }
}

@Resolver(() => Setter)
class SetterResolver {
  @Query(() => SetterConnection, { description: 'Setters on the roster, by name unless asked otherwise.' })
  async setters(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SetterFilter, { nullable: true, description: 'Which setters.' }) filter: SetterFilter | undefined,
    @Arg('orderBy', () => RosterOrder, { nullable: true, description: 'In which order.' }) orderBy: RosterOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listPeople(context.tx, 'setters', filter ?? {}, orderBy ?? byName, page)
    return toConnection(rows, () => countPeople(context.tx, 'setters', filter ?? {}))
  }

  @Mutation(() => CreateSetterPayload, { description: 'Puts a setter on the roster. Earlier bookings that name them become theirs.' })
  async createSetter(
    @Arg('input', () => CreateSetterInput, { description: 'The setter.' }) input: CreateSetterInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createSetter', input, (tx) => createSetter({ actor: context.actor, input, tx }))
    return { setter: await setterById.load(context, id) }
  }

  @Mutation(() => UpdateSetterPayload, { description: 'Changes a setter.' })
  async updateSetter(
    @Arg('input', () => UpdateSetterInput, { description: 'What to change.' }) input: UpdateSetterInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updateSetter', input, (tx) => updateSetter({ actor: context.actor, input, tx }))
    // Who left the roster is out of their portal at once.
    context.services.forgetCallers()
    return { setter: await setterById.load(context, id) }
  }

  @FieldResolver(() => [String], { description: 'Other names that bookings know them by.' })
  aliases(@Root() setter: PersonRow, @Ctx() context: GraphContext) {
    return aliasesOfSetter.load(context, setter.id)
  }

  @FieldResolver(() => Boolean, { description: 'Whether somebody signs in as this setter.' })
  hasAccount(@Root() setter: PersonRow) {
    return setter.userId !== null
  }
}

export const peopleResolvers = [CloserResolver, SetterResolver, CloserConnectionResolver, SetterConnectionResolver]
