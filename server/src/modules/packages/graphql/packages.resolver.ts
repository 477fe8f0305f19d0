import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { createPackage } from '../service/create-package.ts'
import { listPackages, type PackageRow } from '../service/package-rows.ts'
import { reorderPackages } from '../service/reorder-packages.ts'
import { restorePackage } from '../service/restore-package.ts'
import { retirePackage } from '../service/retire-package.ts'
import { updatePackage } from '../service/update-package.ts'
import { Package, type PackageInstalments } from './package.type.ts'
import {
  CreatePackageInput,
  CreatePackagePayload,
  ReorderPackagesInput,
  ReorderPackagesPayload,
  RestorePackageInput,
  RestorePackagePayload,
  RetirePackageInput,
  RetirePackagePayload,
  UpdatePackageInput,
  UpdatePackagePayload,
} from './packages.inputs.ts'
import { packageById } from './packages.loaders.ts'

@Resolver(() => Package)
class PackageResolver {
  @Query(() => [Package], { description: 'What the organization sells, in its own order.' })
  packages(
    @Arg('includeRetired', () => Boolean, { defaultValue: false, description: 'Also what it sells no more, after the rest.' })
    includeRetired: boolean,
    @Ctx() context: GraphContext,
  ) {
    return listPackages(context.tx, { includeRetired })
  }

  @Mutation(() => CreatePackagePayload, { description: 'Adds something to sell, after all else.' })
  async createPackage(
    @Arg('input', () => CreatePackageInput, { description: 'The package.' }) input: CreatePackageInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createPackage', input, (tx) => createPackage({ actor: context.actor, input, tx }))
    return { package: await packageById.load(context, id) }
  }

  @Mutation(() => UpdatePackagePayload, { description: 'Changes a package. What was paid for it stays as it was.' })
  async updatePackage(
    @Arg('input', () => UpdatePackageInput, { description: 'What to change.' }) input: UpdatePackageInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updatePackage', input, (tx) => updatePackage({ actor: context.actor, input, tx }))
    return { package: await packageById.load(context, id) }
  }

  @Mutation(() => ReorderPackagesPayload, { description: 'Puts what is sold into a new order.' })
  async reorderPackages(
    @Arg('input', () => ReorderPackagesInput, { description: 'The order.' }) input: ReorderPackagesInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('reorderPackages', input, (tx) => reorderPackages({ actor: context.actor, input, tx }))
    return { packages: await listPackages(context.tx, { includeRetired: false }) }
  }

  @Mutation(() => RetirePackagePayload, { description: 'Sells a package no more. Forms and payments that name it keep it.' })
  async retirePackage(
    @Arg('input', () => RetirePackageInput, { description: 'Which.' }) input: RetirePackageInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('retirePackage', input, (tx) => retirePackage({ actor: context.actor, input, tx }))
    return { package: await packageById.load(context, id) }
  }

  @Mutation(() => RestorePackagePayload, { description: 'Sells a retired package again, after all else.' })
  async restorePackage(
    @Arg('input', () => RestorePackageInput, { description: 'Which.' }) input: RestorePackageInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('restorePackage', input, (tx) => restorePackage({ actor: context.actor, input, tx }))
    return { package: await packageById.load(context, id) }
  }

  @FieldResolver()
  price(@Root() row: PackageRow) {
    return moneyOf(row.priceMinor, row.currency)
  }

  @FieldResolver()
  instalments(@Root() row: PackageRow): PackageInstalments | null {
    const { instalmentCount: count, instalmentMinor, instalmentEvery: every, instalmentInterval: interval } = row
    if (count === null || instalmentMinor === null || every === null || interval === null) return null
    return {
      count,
      every,
      interval,
      amount: moneyOf(instalmentMinor, row.currency),
      total: moneyOf(instalmentMinor * BigInt(count), row.currency),
    }
  }

  @FieldResolver()
  deposit(@Root() row: PackageRow) {
    return row.depositMinor === null ? null : moneyOf(row.depositMinor, row.currency)
  }
}

export const packageResolvers = [PackageResolver]
