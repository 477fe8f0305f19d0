import { Info } from 'lucide-react'
import { IconButton } from '../../components/button.tsx'
import { Popover } from '../../components/popover.tsx'
import type { MetricDefinition } from './metric-report.ts'
import type { MetricKey } from './metric-rows.ts'

export interface DefinitionsProps {
  /** Of what the figures stand here: `Show rate`, `the leaderboard`. */
  of: string
  definitions: readonly MetricDefinition[]
  /** The figures to define, in order; what the API does not define is left out. */
  metrics: readonly (MetricKey | 'bookedSlots' | 'availableSlots')[]
  /** The figure to its last digit, now and in the period before. */
  exact?: readonly { label: string; figure: string }[]
}

/** What figures count, in the API's words: of one figure on hover, of all on a press. Draws nothing where none is defined. */
export function Definitions({ of, definitions, metrics, exact = [] }: DefinitionsProps) {
  const shown = metrics.flatMap((metric) => definitions.filter(({ key }) => key === metric))
  if (shown.length === 0) return null
  const label = `What ${of} counts`
  return (
    <Popover
      label={label}
      align="end"
      trigger={
        <IconButton label={label} title={shown.length === 1 ? shown[0]?.definition : label}>
          <Info aria-hidden size={14} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <div className="max-h-[min(420px,70dvh)] w-70 overflow-y-auto px-3.5 py-3">
        <dl className="flex flex-col gap-2.5">
          {shown.map(({ key, name, definition }) => (
            <div key={key}>
              <dt className="font-semibold">{name}</dt>
              <dd className="mt-0.5 text-pretty text-fg-2">{definition}</dd>
            </div>
          ))}
        </dl>
        {exact.length > 0 && (
          <dl className="mt-2.5 border-t border-line pt-2">
            {exact.map(({ label: when, figure }) => (
              <div key={when} className="flex h-6 items-center justify-between">
                <dt className="text-fg-3">{when}</dt>
                <dd className="font-medium">{figure}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Popover>
  )
}
