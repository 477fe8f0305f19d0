export { loadPackages, packageColumns, type PackageRow } from './package-rows.ts'
export { requirePackage } from './require-package.ts'
