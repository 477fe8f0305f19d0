import type { FieldDefinition } from '@clinch/schema/fields'
import { useState } from 'react'
import type { FieldProblem } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { FormResult, WayOut } from '../../lib/form-result.ts'
import { ChooseFile } from './choose-file.tsx'
import { ColumnFields } from './column-fields.tsx'
import { LackingRows } from './lacking-rows.tsx'
import { matchColumns, matchOwnColumns, type LeadColumns, type OwnColumns } from './lead-columns.ts'
import { checkRows, isTooMuch, largestImport, toSent, type SentRow } from './lead-rows.ts'
import type { LeadFile } from './read-file.ts'
import { noneRefused, refusedRows, withRefused } from './refused-rows.ts'
import { RowPreview } from './row-preview.tsx'

/** What became of the rows. */
export interface ImportOutcome {
  createdCount: number
  knownCount: number
}

export interface ImportLeadsProps {
  /** The organization's own fields of leads. */
  fields: readonly FieldDefinition[]
  /** The organization's, ISO 4217: what an amount is in that names no currency. */
  currency: string
  /** Imports all rows or none, and names the problems of each; `attemptId` is the same for every try of one file. */
  onSend: (
    fileName: string,
    rows: readonly SentRow[],
    attemptId: string,
  ) => Promise<FormResult<never> & { outcome?: ImportOutcome; problems?: readonly FieldProblem[] }>
}

interface Opened {
  file: LeadFile
  columns: LeadColumns
  /** As somebody chose them; null while they are guessed. */
  own: OwnColumns | null
  attemptId: string
}

const leads = (count: number): string => (count === 1 ? '1 lead' : `${formatCount(count)} leads`)

const refusal = (count: number): string =>
  count === 1
    ? 'Nothing was imported yet: one row was refused, and is left out below with the reason. The others can be imported now'
    : `Nothing was imported yet: ${formatCount(count)} rows were refused, and are left out below with the reasons. The others can be imported now`

/** From a file to leads: choose it, see its columns matched and which rows will not do, import the others. */
export function ImportLeads(props: ImportLeadsProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [done, setDone] = useState<ImportOutcome | null>(null)
  if (opened) {
    return (
      <CheckFile
        key={opened.attemptId}
        opened={opened}
        {...props}
        onOpened={setOpened}
        onDone={(outcome) => {
          setDone(outcome)
          setOpened(null)
        }}
        onCancel={() => setOpened(null)}
      />
    )
  }
  return (
    <Section title="Import leads">
      <div className="mt-3 flex flex-col gap-3">
        <div role="status" className="empty:absolute">
          {done && (
            <p className="font-medium">
              Imported: {leads(done.createdCount)} {done.createdCount === 1 ? 'is' : 'are'} new
              {done.knownCount > 0 && `, ${formatCount(done.knownCount)} known already`}.
            </p>
          )}
        </div>
        <ChooseFile
          onFile={(file) => {
            setDone(null)
            setOpened({ file, columns: matchColumns(file.head), own: null, attemptId: crypto.randomUUID() })
          }}
        />
      </div>
    </Section>
  )
}

interface CheckFileProps extends ImportLeadsProps {
  opened: Opened
  onOpened: (opened: Opened) => void
  onDone: (outcome: ImportOutcome) => void
  onCancel: () => void
}

function CheckFile({ opened, onOpened, fields, currency, onSend, onDone, onCancel }: CheckFileProps) {
  const { file, columns, attemptId } = opened
  const [problem, setProblem] = useState<{ message: string; wayOut?: WayOut }>()
  const [busy, setBusy] = useState(false)
  const isMatched = columns.name !== null && (columns.email !== null || columns.phone !== null)
  const own = opened.own ?? matchOwnColumns(file.head, fields)
  const [refused, setRefused] = useState(noneRefused)
  const read = isMatched ? checkRows(file.records, columns, { fields, columns: own, currency }) : []
  const checked = withRefused(read, refused)
  const good = checked.filter(({ problems }) => problems.length === 0)
  const bad = checked.filter(({ problems }) => problems.length > 0)
  const rows = good.map(({ row }) => toSent(row, fields))
  const isTooLong = good.length > largestImport
  const isTooLarge = isTooLong || isTooMuch(rows)
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    const result = await onSend(file.name, rows, attemptId)
    setBusy(false)
    const found = refusedRows(result.problems ?? [], good, fields)
    if (found.size > 0) {
      setRefused(new Map([...refused, ...found]))
      setProblem({ message: refusal(found.size) })
    } else if (!result.ok) setProblem(result)
    else if (result.outcome) onDone(result.outcome)
  }
  const change = (next: Opened) => {
    // Read from other columns, they are other rows.
    setRefused(noneRefused)
    setProblem(undefined)
    onOpened(next)
  }
  return (
    <Section title={file.name} count={file.records.length}>
      <div className="mt-3 flex flex-col gap-5">
        <FormProblem message={problem} />
        <ColumnFields
          head={file.head}
          columns={columns}
          onChange={(next) => change({ ...opened, columns: next })}
          own={fields}
          ownColumns={own}
          onOwnChange={(next) => change({ ...opened, own: next })}
        />
        {!isMatched && (
          <p role="status" className="text-fg-2">
            Choose the column of the name, and of an email address or a phone number.
          </p>
        )}
        <RowPreview good={good} bad={bad} own={fields.filter(({ key }) => own[key] !== undefined)} />
        <LackingRows rows={good.map(({ row }) => row)} fields={fields} />
        {isTooLarge && (
          <FormProblem
            message={
              isTooLong
                ? `One import takes at most ${formatCount(largestImport)} rows, and these are ${formatCount(good.length)}. Split the file`
                : 'These rows say more than one import takes. Split the file'
            }
          />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="md"
            variant="primary"
            busy={busy}
            disabled={good.length === 0 || isTooLarge}
            onClick={() => void send()}
          >
            Import {leads(good.length)}
          </Button>
          <Button size="md" onClick={onCancel}>
            Choose another file
          </Button>
          {bad.length > 0 && good.length > 0 && (
            <span className="text-fg-3">
              {bad.length === 1 ? 'One row is' : `${formatCount(bad.length)} rows are`} left out.
            </span>
          )}
        </div>
      </div>
    </Section>
  )
}
