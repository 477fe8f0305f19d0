import { FileUp } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { CsvError } from './csv.ts'
import { readLeadFile, type LeadFile } from './read-file.ts'

/** Chooses a CSV file, by the browser's dialog or by dropping it here, and reads it on this device. */
export function ChooseFile({ onFile }: { onFile: (file: LeadFile) => void }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      setProblem(undefined)
      onFile(await readLeadFile(file))
    } catch (error) {
      setProblem(error instanceof CsvError ? error.message : 'This file could not be read. Choose it again')
    }
  }
  return (
    <div className="flex max-w-130 flex-col gap-3">
      <FormProblem message={problem} />
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
        className={`flex flex-col items-start gap-3 rounded-md border border-dashed px-4 py-4 ${over ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
      >
        <p className="text-pretty text-fg-2">
          A CSV file with a head: a name, and an email address or a phone number for each lead, with any of your custom
          fields. What is known of leads already stays as it is; what is not is taken from the file.
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-label="CSV file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file, mended meanwhile, may be chosen again.
            event.target.value = ''
          }}
        />
        <Button size="md" onClick={() => input.current?.click()}>
          <FileUp aria-hidden size={14} strokeWidth={1.75} />
          Choose a file
        </Button>
      </div>
    </div>
  )
}
