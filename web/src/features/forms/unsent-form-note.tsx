import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { isStuck, type UnsentForm } from './outbox.ts'

interface UnsentFormNoteProps {
  form: UnsentForm
  /** Takes it back, to be changed. */
  onChange: () => void
}

/** A form that was filed and waits on this device, or that the server did not take. */
export function UnsentFormNote({ form, onChange }: UnsentFormNoteProps) {
  return (
    <div className="mt-1 flex flex-col items-start gap-3">
      <p>
        {form.problem === null ? (
          <>
            Kept on this device at <DateTime at={form.keptAt} />.{' '}
            {isStuck(form)
              ? 'The server cannot take it at the moment. It is tried again by itself.'
              : 'It is sent once you are back online.'}
          </>
        ) : (
          <>It was not taken: {form.problem}. Your answers are kept.</>
        )}
      </p>
      <Button size="touch" onClick={onChange}>
        {form.problem === null ? 'Change it' : 'Look at it again'}
      </Button>
    </div>
  )
}
