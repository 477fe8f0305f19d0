import { fieldKinds, type FieldKind } from '@clinch/schema/fields'
import { Plus } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { kindLooks } from '../../components/field-kinds.ts'

/** A new field, by the kind of its answer. */
export const AddField = ({ onAdd }: { onAdd: (kind: FieldKind) => void }) => (
  <Menu
    align="start"
    trigger={
      <Button>
        <Plus aria-hidden size={14} strokeWidth={1.75} />
        Add a field
      </Button>
    }
  >
    {fieldKinds.map((kind) => (
      <MenuItem key={kind} icon={kindLooks[kind].icon} onSelect={() => onAdd(kind)}>
        {kindLooks[kind].label}
      </MenuItem>
    ))}
  </Menu>
)
