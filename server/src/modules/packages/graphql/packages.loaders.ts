import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { loadPackages, type PackageRow } from '../service/package-rows.ts'

export const packageById = defineLoader<PackageRow | null>(loadPackages, null)
