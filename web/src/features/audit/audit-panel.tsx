import { CopyButton } from '../../components/error-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Facts, Section } from '../../components/section.tsx'
import { SidePanel, type SidePanelProps } from '../../components/side-panel.tsx'
import type { AuditRow } from './audit-row.ts'
import { tellEntry, tellValue, type TellInstant } from './audit-words.ts'
import { fieldWord, nounOf } from './table-words.ts'

export interface AuditPanelProps extends Pick<SidePanelProps, 'onClose' | 'onPrevious' | 'onNext' | 'position'> {
  entry: AuditRow
  tell: TellInstant
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One entry: what was done in words, each field as it was and as it is, and from where. */
export function AuditPanel({ entry, tell, ...panel }: AuditPanelProps) {
  const { actorName, actor, address, at, changes, operation, requestId, rowId, table } = entry
  return (
    <SidePanel {...panel} title={actorName} subtitle={<DateTime at={at} />}>
      <p className="px-4 py-4 text-pretty break-words md:px-6">{capital(tellEntry(entry, tell))}.</p>
      <Section
        title={operation === 'UPDATE' ? 'What changed' : operation === 'INSERT' ? 'What it began with' : 'What it was'}
      >
        <dl className="mt-2 divide-y divide-line">
          {changes.map((change) => (
            <div key={change.field} className="py-2">
              <dt className="text-small text-fg-2">{capital(fieldWord(change.field))}</dt>
              <dd className="mt-0.5 flex flex-col gap-0.5 break-words">
                {operation !== 'INSERT' && (
                  <Value
                    label="Before"
                    text={tellValue(change.field, change.before, tell)}
                    gone={operation === 'UPDATE'}
                  />
                )}
                {operation !== 'DELETE' && <Value label="After" text={tellValue(change.field, change.after, tell)} />}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Where it came from">
        <div className="mt-2">
          <Facts
            facts={[
              { term: 'Address', value: address === '' ? 'None: done by the server itself' : <Code text={address} /> },
              { term: 'Request', value: <Copied text={requestId} /> },
              { term: 'Actor', value: <Code text={actor} /> },
              { term: capital(nounOf(table)), value: <Copied text={rowId} /> },
              { term: 'Entry', value: <Copied text={entry.id} /> },
            ]}
          />
        </div>
      </Section>
    </SidePanel>
  )
}

function Value({ label, text, gone = false }: { label: string; text: string | null; gone?: boolean }) {
  return (
    <span>
      <span className="sr-only">{label}: </span>
      {text === null ? (
        <span className="text-fg-3">Nothing</span>
      ) : (
        <span className={gone ? 'text-fg-3 line-through decoration-1' : ''}>{text}</span>
      )}
    </span>
  )
}

const Code = ({ text }: { text: string }) => <span className="font-mono text-small break-all">{text}</span>

function Copied({ text }: { text: string }) {
  if (text === '') return 'None'
  return (
    <>
      <span className="mr-2">
        <Code text={text} />
      </span>
      <CopyButton text={text} />
    </>
  )
}
