import { ChevronsUpDown, Plus } from 'lucide-react'
import { Mark } from '../../components/mark.tsx'
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../../components/menu.tsx'
import type { ShellState } from './navigation.ts'

/** The organization's name; behind it the others, and a way to make one. */
export function OrganizationMenu({ organization, labelled, ...state }: ShellState & { labelled: boolean }) {
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Organization: ${organization.name}`}
          className="flex h-9 w-full shrink-0 items-center gap-2 rounded-sm px-2 text-left font-semibold tracking-[-0.006em] hover:bg-(--hover) max-xl:justify-center"
        >
          <Mark />
          {labelled && (
            <>
              <span className="min-w-0 flex-1 truncate">{organization.name}</span>
              <ChevronsUpDown aria-hidden size={14} strokeWidth={1.75} className="text-fg-3" />
            </>
          )}
        </button>
      }
    >
      <OrganizationChoices organization={organization} {...state} />
    </Menu>
  )
}

/** The same choices inside a phone's menu. */
export function OrganizationChoices({
  organization,
  organizations,
  onChooseOrganization,
  createOrganizationTo,
}: ShellState) {
  return (
    <>
      <MenuChoices
        label="Organization"
        choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={organization.id}
        onChange={onChooseOrganization}
      />
      {createOrganizationTo !== undefined && (
        <>
          <MenuSeparator />
          <MenuItem icon={Plus} to={createOrganizationTo}>
            New organization
          </MenuItem>
        </>
      )}
    </>
  )
}
