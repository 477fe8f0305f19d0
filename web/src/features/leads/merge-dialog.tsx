import { useMutation } from '@apollo/client/react'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Money } from '../../components/figures.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'
import { FieldChoice } from './field-choice.tsx'
import { mergeLeadsMutation } from './lead-mutations.ts'
import { firstChoices, mergeFields, type Choices, type MergeField, type MergeLead, type Side } from './merge-lead.ts'
import { MergePreview } from './merge-preview.tsx'
import { useUndoMerge } from './use-undo-merge.ts'

export interface MergeDialogProps {
  /** The lead that stays, unless they are swapped. */
  one: MergeLead
  other: MergeLead
  onMerged: (survivorId: string) => void
  onClose: () => void
}

/** Makes one lead of two: which of them stays, and whose fields, side by side, with what would move. */
export function MergeDialog({ one, other, onMerged, onClose }: MergeDialogProps) {
  const [[survivor, merged], setPair] = useState<readonly [MergeLead, MergeLead]>([one, other])
  const [choices, setChoices] = useState<Choices>(() => firstChoices(one, other))
  const [problem, setProblem] = useState<string>()
  const [mutationId] = useState(() => crypto.randomUUID())
  const [mergeLeads, { loading }] = useMutation(mergeLeadsMutation)
  const undo = useUndoMerge()

  const swap = () => {
    setPair([merged, survivor])
    setChoices(firstChoices(merged, survivor))
  }
  const choose = (field: MergeField) => (side: Side) => setChoices({ ...choices, [field]: side })
  const merge = async () => {
    setProblem(undefined)
    try {
      const input = { survivorId: survivor.id, mergedId: merged.id, fields: choices }
      const { data } = await mergeLeads({
        variables: { input: { ...input, clientMutationId: `${mutationId} ${survivor.id}` } },
        refetchQueries: ['LeadTimeline'],
      })
      const mergeId = data?.mergeLeads.merge.id
      notify.done(`${merged.fullName} is now part of ${survivor.fullName}`, {
        ...(mergeId ? { action: { label: 'Undo', onPress: () => void undo(mergeId, merged.fullName) } } : {}),
      })
      onMerged(survivor.id)
      onClose()
    } catch (error) {
      const refusal = refusalOf(error, [])
      if (!refusal.ok) setProblem(refusal.message)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Merge two leads"
      description="Choose what stays. All addresses of both are kept."
      actions={
        <>
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button size="md" variant="primary" busy={loading} onClick={() => void merge()}>
            Merge into {survivor.fullName}
          </Button>
        </>
      }
    >
      <FormProblem message={problem} />
      <div className="grid grid-cols-2 gap-x-3 pb-2">
        <div>
          <p className="text-small text-fg-3">Stays</p>
          <p className="font-medium">{survivor.fullName}</p>
          <Weight lead={survivor} />
        </div>
        <div className="flex items-start justify-between gap-2">
          <div className="min-w-0">
            <p className="text-small text-fg-3">Becomes part of it</p>
            <p className="font-medium">{merged.fullName}</p>
            <Weight lead={merged} />
          </div>
          <IconButton variant="quiet" label="Swap the two" onClick={swap}>
            <ArrowLeftRight aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        </div>
      </div>
      {mergeFields.map(({ field, label, read }) => (
        <FieldChoice
          key={field}
          label={label}
          survivor={read(survivor)}
          merged={read(merged)}
          value={choices[field]}
          onChange={choose(field)}
        />
      ))}
      <div className="mt-2 border-t border-line pt-3">
        <MergePreview survivorId={survivor.id} mergedId={merged.id} name={survivor.fullName} />
      </div>
    </Dialog>
  )
}

/** What hangs on a lead, by which two of one name are told apart. */
const Weight = ({ lead }: { lead: MergeLead }) => (
  <p className="text-small text-fg-3">
    {formatCount(lead.events.length)} {lead.events.length === 1 ? 'call' : 'calls'}, <Money value={lead.netCash} />
  </p>
)
