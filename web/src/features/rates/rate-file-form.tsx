import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Facts } from '../../components/section.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatPeriod } from '../../lib/format-date.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { splitRateFile, type SplitOptions } from './split-rate-file.ts'
import { sumReports, type FileReport } from './sum-reports.ts'

/** The whole history as XML has some ten million. */
const largestBytes = 20_000_000
/** More would take minutes, and be of no use. */
const mostPieces = 40

export interface PieceToSend {
  fileName: string
  content: string
  /** Whether to write it, or only to say what it holds. */
  dryRun: boolean
  /** The same for every try of this piece. */
  attemptId: string
}

export interface RateFileFormProps {
  limits: SplitOptions
  /** Sends a piece, and answers what it holds and what of it was new. */
  onSend: (piece: PieceToSend) => Promise<FormResult<never> & { report?: FileReport }>
  /** Every piece is stored. */
  onDone: (report: FileReport) => void
}

interface Opened {
  fileName: string
  pieces: { content: string; attemptId: string }[]
  leftOut: number
  report: FileReport
}

/** The European Central Bank's file: choose it, see what it holds, save it. */
export function RateFileForm({ limits, onSend, onDone }: RateFileFormProps) {
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<string | null>(null)

  const sendAll = async (fileName: string, pieces: Opened['pieces'], dryRun: boolean): Promise<FileReport | null> => {
    const reports: FileReport[] = []
    for (const [index, piece] of pieces.entries()) {
      if (pieces.length > 1) setProgress(`Part ${index + 1} of ${pieces.length}`)
      const result = await onSend({ ...piece, fileName, dryRun })
      if (!result.ok) {
        setProblem(result.message)
        return null
      }
      if (result.report) reports.push(result.report)
    }
    return sumReports(reports)
  }
  const run = async (work: () => Promise<void>) => {
    setProblem(undefined)
    setProgress('')
    await work()
    setProgress(null)
  }
  const open = (file: File | undefined) =>
    run(async () => {
      if (!file) return
      if (file.size > largestBytes)
        return setProblem('This file is larger than any that the European Central Bank publishes.')
      const { texts, leftOut } = splitRateFile(await file.text(), limits)
      if (texts.length > mostPieces)
        return setProblem('This file holds more than can be taken at once. Choose the one of 90 days.')
      const pieces = texts.map((content) => ({ content, attemptId: crypto.randomUUID() }))
      const report = await sendAll(file.name, pieces, true)
      if (report) setOpened({ fileName: file.name, pieces, leftOut, report })
    })
  const save = ({ fileName, pieces }: Opened) =>
    run(async () => {
      const report = await sendAll(fileName, pieces, false)
      if (!report) return
      setOpened(null)
      onDone(report)
    })
  const busy = progress !== null
  return (
    <div className="flex max-w-130 flex-col gap-3">
      <FormProblem message={problem} />
      {opened ? (
        <>
          <FilePreview opened={opened} />
          <div className="flex flex-wrap items-center gap-2">
            <Button size="md" variant="primary" busy={busy} onClick={() => void save(opened)}>
              Save these rates
            </Button>
            <Button size="md" variant="quiet" disabled={busy} onClick={() => setOpened(null)}>
              Choose another
            </Button>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={input}
            type="file"
            accept=".xml,.csv,text/xml,application/xml,text/csv"
            aria-label="File of rates"
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              void open(event.target.files?.[0])
              // The same file, mended meanwhile, may be chosen again.
              event.target.value = ''
            }}
          />
          <Button size="md" busy={busy} onClick={() => input.current?.click()}>
            <FileUp aria-hidden size={14} strokeWidth={1.75} />
            Choose a file
          </Button>
        </div>
      )}
      <p role="status" className="text-small text-fg-3 empty:hidden">
        {progress}
      </p>
    </div>
  )
}

function FilePreview({ opened: { fileName, leftOut, report } }: { opened: Opened }) {
  const { locale } = useFormatSettings()
  const now = useNow()
  const { days, from, to, currencies, rates, added, changed } = report
  return (
    <section aria-label="What the file holds" className="flex flex-col gap-2">
      <h3 className="font-medium">{fileName}</h3>
      <Facts
        facts={[
          { term: 'Days', value: `${formatCount(days)}: ${formatPeriod({ from, to }, { locale, now })}` },
          { term: 'Currencies', value: `${currencies.length}: ${currencies.join(', ')}` },
          { term: 'Rates', value: formatCount(rates) },
          { term: 'New', value: formatCount(added) },
          {
            term: 'Different',
            value: changed === 0 ? 'None' : `${formatCount(changed)}, which replace what was known`,
          },
        ]}
      />
      {leftOut > 0 && (
        <p className="text-small text-fg-3">
          {leftOut === 1
            ? 'One day from before your first payment is'
            : `${formatCount(leftOut)} days from before your first payment are`}{' '}
          left out.
        </p>
      )}
    </section>
  )
}
