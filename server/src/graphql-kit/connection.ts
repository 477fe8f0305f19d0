import type { GraphQLResolveInfo } from 'graphql'
import { type ClassType, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Page } from '../database/keyset.ts'
import type { GraphContext } from './context.ts'
import { askedIn, readRelations } from './relations.ts'

@ObjectType({ description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  declare hasNextPage: boolean
  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  declare hasPreviousPage: boolean
  @Field(() => String, { nullable: true, description: 'Cursor of the first item; none on an empty page.' })
  declare startCursor: string | null
  @Field(() => String, { nullable: true, description: 'Cursor of the last item; none on an empty page.' })
  declare endCursor: string | null
}

/** What a list resolver answers: a page, and how to count the whole list if somebody asks. */
export interface ConnectionSource<Row> {
  page: Page<Row>
  count: () => Promise<number>
}

export const toConnection = <Row>(page: Page<Row>, count: () => Promise<number>): ConnectionSource<Row> => ({ page, count })

/** Makes the Relay connection of a type: `XConnection`, `XEdge`, and the resolver that counts only if asked. */
export function defineConnection<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(node, { description: 'The item.' })
    declare node: Node
    @Field(() => String, { description: 'Opaque; stands for this place in the list, also after rows were added.' })
    declare cursor: string
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    declare edges: Edge[]
    @Field(() => [node()], { description: 'The items alone.' })
    declare nodes: Node[]
    @Field(() => PageInfo, { description: 'Where this page lies.' })
    declare pageInfo: PageInfo
  }

  @Resolver(() => Connection)
  class ConnectionResolver {
    @FieldResolver()
    async nodes(@Root() { page }: ConnectionSource<Node>, @Ctx() context: GraphContext, @Info() info: GraphQLResolveInfo) {
      await readRelations(context, name, page.rows, askedIn(info))
      return page.rows
    }

    @FieldResolver()
    async edges(@Root() { page }: ConnectionSource<Node>, @Ctx() context: GraphContext, @Info() info: GraphQLResolveInfo) {
      await readRelations(context, name, page.rows, askedIn(info, 'node'))
      return page.rows.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' }))
    }

    @FieldResolver()
    pageInfo(@Root() { page }: ConnectionSource<Node>): PageInfo {
      return {
        hasNextPage: page.hasNext,
        hasPreviousPage: page.hasPrevious,
        startCursor: page.cursors[0] ?? null,
        endCursor: page.cursors.at(-1) ?? null,
      }
    }

    @FieldResolver(() => Int, { description: 'How many items the whole list has. Counted only if asked for; ask seldom.' })
    totalCount(@Root() source: ConnectionSource<Node>): Promise<number> {
      return source.count()
    }
  }

  return { Connection, ConnectionResolver }
}
