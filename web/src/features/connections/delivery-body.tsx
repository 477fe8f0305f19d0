import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { CopyButton } from '../../components/error-state.tsx'
import { Section } from '../../components/section.tsx'
import { prettyBody } from './pretty-body.ts'

export interface DeliveryBodyProps {
  body: string
  /** What Clinch makes of it; null where nothing can be. */
  interpreted: { summary: string; message: string | null } | null
}

/** A delivery's body as it is kept, and what Clinch makes of it; beside each other in a window of their own. */
export function DeliveryBody({ body, interpreted }: DeliveryBodyProps) {
  const [compares, setCompares] = useState(false)
  const raw = <Code label="Body" text={prettyBody(body)} />
  const read = interpreted && (
    <>
      <p className="mt-2 text-pretty break-words">{interpreted.summary}</p>
      {interpreted.message !== null && <Code label="How Clinch reads it" text={interpreted.message} />}
    </>
  )
  return (
    <>
      {read && (
        <Section
          title="How Clinch reads it"
          action={
            <Button variant="quiet" onClick={() => setCompares(true)}>
              Side by side
            </Button>
          }
        >
          {read}
        </Section>
      )}
      <Section title="Body" action={<CopyButton text={body} />}>
        {raw}
      </Section>
      {compares && (
        <Dialog
          open
          wide
          onOpenChange={setCompares}
          title="As it arrived, and how Clinch reads it"
          description="Secrets, card data and what Clinch has no use for are masked."
          actions={
            <Button size="md" onClick={() => setCompares(false)}>
              Close
            </Button>
          }
        >
          <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
            <section className="min-w-0">
              <h3 className="font-semibold">As it arrived</h3>
              {raw}
            </section>
            <section className="min-w-0">
              <h3 className="font-semibold">How Clinch reads it</h3>
              {read}
            </section>
          </div>
        </Dialog>
      )}
    </>
  )
}

const Code = ({ label, text }: { label: string; text: string }) => (
  <pre
    tabIndex={0}
    role="region"
    aria-label={label}
    className="mt-2 overflow-x-auto rounded-sm bg-sunken px-3 py-2 font-mono text-small leading-[18px]"
  >
    {text}
  </pre>
)
