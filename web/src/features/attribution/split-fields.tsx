import { Plus, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, IconButton } from '../../components/button.tsx'
import { ComboField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { Person } from './credit-choice.ts'
import { mostShares, sumOf, withOneMore, without, withPercent, withPerson, type Share } from './split-choice.ts'

export interface SplitFieldsProps {
  role: 'closer' | 'setter'
  value: readonly Share[]
  /** Empty where one has all of it again. */
  onChange: (value: Share[]) => void
  people: readonly Person[]
  /** Takes the focus when the split is what is wrong. */
  focusRef: Ref<HTMLFieldSetElement>
  error?: string
}

/** Among whom one side of a payment is split: a person and a percent a row, and what they add to. */
export function SplitFields({ role, value, onChange, people, focusRef, error }: SplitFieldsProps) {
  const title = role === 'closer' ? 'Closers' : 'Setters'
  const sum = sumOf(value)
  const errorId = `split-of-${role}s-error`
  return (
    <fieldset ref={focusRef} tabIndex={-1} aria-describedby={errorId} className="min-w-0 outline-none">
      <legend className="mb-1.5 text-small font-medium text-fg-2">{title}, split in percent</legend>
      <ul className="flex flex-col gap-2">
        {value.map(({ person, percent }, index) => {
          const others = value.flatMap((share, at) => (at === index ? [] : share.person))
          return (
            <li key={index} className="grid grid-cols-[minmax(0,1fr)_92px_auto] items-end gap-2">
              <ComboField
                label={`${title.slice(0, -1)} ${index + 1}`}
                labelHidden
                placeholder={`Choose a ${role}`}
                options={people
                  .filter(({ id }) => !others.includes(id))
                  .map(({ id, name }) => ({ value: id, label: name }))}
                value={person}
                onChange={(chosen) => onChange(withPerson(value, index, chosen))}
              />
              <TextField
                label={`Percent of ${role} ${index + 1}`}
                labelHidden
                type="number"
                min={1}
                max={99}
                step={1}
                suffix="%"
                value={percent}
                onChange={(event) => onChange(withPercent(value, index, event.target.value))}
              />
              <IconButton
                label={`Take ${role} ${index + 1} out of the split`}
                onClick={() => onChange(without(value, index))}
              >
                <X aria-hidden size={14} strokeWidth={1.75} />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <div className="mt-1.5 flex items-center gap-2">
        {value.length < mostShares && (
          <Button variant="quiet" onClick={() => onChange(withOneMore(value))}>
            <Plus aria-hidden size={14} strokeWidth={1.75} />
            Add a {role}
          </Button>
        )}
        <span role="status" className={`ml-auto text-small tabular-nums ${sum === 100 ? 'text-fg-3' : 'text-warn'}`}>
          {sum}% of 100%
        </span>
      </div>
      <p id={errorId} aria-live="polite" className={error ? 'mt-1 text-small text-bad' : 'sr-only'}>
        {error}
      </p>
    </fieldset>
  )
}
