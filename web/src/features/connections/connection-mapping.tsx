import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { FieldMappingInput } from '../../apollo/generated/graphql.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { onDemand } from '../../lib/on-demand.tsx'
import { draftOfMapping, inputOfMapping, type MappingDraft } from './mapping-draft.ts'
import { MappingForm } from './mapping-form.tsx'
import { MappingPreview } from './mapping-preview.tsx'
import { providerWords } from './provider-words.ts'
import { useConnectionChange } from './use-connection-change.ts'

const ReapplyDialog = onDemand(async () => (await import('./reapply-dialog.tsx')).ReapplyDialog)

const connectionFragment = graphql(`
  fragment ConnectionMapping_connection on Connection {
    id
    provider
    mapping {
      setterFrom {
        utm
        prefix
        question
      }
      sourceFrom {
        utm
        prefix
        question
      }
      trafficTypeFrom {
        utm
        prefix
        question
      }
    }
  }
`)

/** The mapping of a connection, to be changed. */
export function ConnectionMapping({ connection: from }: { connection: FragmentType<typeof connectionFragment> }) {
  const { data: connection, complete } = useFragment({ fragment: connectionFragment, from })
  const change = useConnectionChange()
  const [saved, setSaved] = useState<FieldMappingInput | null>(null)
  if (!complete) return null
  const of = providerWords[connection.provider].tells === 'leads' ? 'leads' : 'bookings'
  return (
    <div className="px-4 py-5 md:px-6">
      <p className="mb-4 max-w-150 text-pretty text-fg-2">
        {of === 'leads'
          ? 'Each list is tried in its order, and the first field that says something counts. Fields stand under custom_fields or at the top of the request. A change holds for contacts from now on.'
          : 'Each list is tried in its order, and the first place that says something counts. Names are matched to the team by name or alias; one that matches nobody is kept and waits under Team to be resolved. A change holds for bookings from now on, and for past ones if you say so.'}
      </p>
      <MappingForm
        key={connection.id}
        of={of}
        mapping={draftOfMapping(connection.mapping)}
        onSend={async (mapping) => {
          try {
            await change({ id: connection.id, mapping: inputOfMapping(mapping) })
            if (of === 'bookings') setSaved(inputOfMapping(mapping))
            return { ok: true }
          } catch (error) {
            return refusalOf(error, ['mapping'])
          }
        }}
        onDone={() => notify.done('The mapping was saved')}
        {...(of === 'bookings'
          ? { preview: (mapping: MappingDraft) => <MappingPreview connectionId={connection.id} mapping={mapping} /> }
          : {})}
      />
      {saved && <ReapplyDialog connectionId={connection.id} mapping={saved} onClose={() => setSaved(null)} />}
    </div>
  )
}
