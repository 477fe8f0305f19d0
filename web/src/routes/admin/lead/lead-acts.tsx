import { GitMerge, MoreHorizontal, Pencil } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../components/button.tsx'
import { Menu, MenuItem } from '../../../components/menu.tsx'
import { useDemandedFields } from '../../../features/fields/use-demanded-fields.ts'
import { EditLeadDialog } from '../../../features/leads/edit-lead-dialog.tsx'
import type { LeadRecord } from '../../../features/leads/lead-record.ts'

/** What can be done with a lead, beside their addresses. */
export function LeadActs({ lead, onMerge }: { lead: LeadRecord; onMerge: () => void }) {
  const [editing, setEditing] = useState(false)
  const demanded = useDemandedFields('LEAD', lead.customFields)
  return (
    <>
      <Menu
        trigger={
          <IconButton variant="quiet" label={`Change ${lead.fullName}`}>
            <MoreHorizontal aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        }
      >
        <MenuItem icon={Pencil} onSelect={() => setEditing(true)}>
          Edit
        </MenuItem>
        <MenuItem icon={GitMerge} onSelect={onMerge}>
          Merge with another lead
        </MenuItem>
      </Menu>
      {editing && <EditLeadDialog lead={lead} demanded={demanded} onClose={() => setEditing(false)} />}
    </>
  )
}
