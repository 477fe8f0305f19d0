import { useQuery } from '@apollo/client/react'
import { Banknote } from 'lucide-react'
import { useState } from 'react'
import type { PackageRow_PackageFragment } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { KeptList } from '../../../components/kept-list.tsx'
import { MenuItem } from '../../../components/menu.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { PackageRow } from '../../../features/packages/package-row.tsx'
import { usePackageChanges } from '../../../features/packages/use-package-changes.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { paymentsTo } from '../../../lib/page-search.ts'
import { useViewer } from '../../../lib/viewer.ts'

const PackageDialog = onDemand(
  async () => (await import('../../../features/packages/package-dialog.tsx')).PackageDialog,
)

const packagesQuery = graphql(`
  query SettingsPackages {
    packages(includeRetired: true) {
      ...PackageRow_package @unmask
    }
  }
`)

/** What the organization sells, and what it sold once. */
export function PackagesTab() {
  const { data, error, refetch } = useQuery(packagesQuery, { fetchPolicy: 'cache-and-network' })
  const { sort, retire, restore } = usePackageChanges(refetch)
  const { organization } = useViewer()
  const [open, setOpen] = useState<{ row: PackageRow_PackageFragment | null } | null>(null)
  if (!data) {
    if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    return <SkeletonRows rows={6} columns={3} label="Loading packages" />
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-200">
        <KeptList
          title="Packages"
          about="What you sell, and how it may be paid. Closers choose a package on the form of a call; its payments take it from there."
          addLabel="Add a package"
          emptyText="No packages yet. Add what you sell, so that every payment can say what it was for."
          rows={data.packages.filter(({ retiredAt }) => retiredAt === null)}
          retired={data.packages.filter(({ retiredAt }) => retiredAt !== null)}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          menu={({ id, paymentCount }) =>
            paymentCount > 0 && (
              <MenuItem icon={Banknote} to={paymentsTo({ package: [id] })}>
                See its payments
              </MenuItem>
            )
          }
          onSort={sort}
          onAdd={() => setOpen({ row: null })}
          onEdit={(row) => setOpen({ row })}
          onRetire={({ id, name }) => retire({ id, label: name })}
          onRestore={({ id, name }) => restore({ id, label: name })}
        >
          {(row) => <PackageRow row={row} />}
        </KeptList>
      </div>
      {open && (
        <PackageDialog
          row={open.row}
          currency={organization.currency}
          onSaved={() => void refetch()}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
