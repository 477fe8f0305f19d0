import { CalendarClock, Lock } from 'lucide-react'
import { TextLink } from '../../components/text-link.tsx'
import { useNow } from '../../lib/use-now.ts'
import { trialWord, type TrialStanding } from './trial-left.ts'

/** One line over every page: quiet in the trial's last days, plain once it is over. It takes nothing away: the server decides. */
export function TrialBanner({ standing, plansTo }: { standing: TrialStanding; plansTo: string | null }) {
  const word = trialWord(standing, useNow())
  if (!word) return null
  const Icon = word.kind === 'over' ? Lock : CalendarClock
  return (
    <section
      aria-label="Trial"
      className={`flex items-start gap-2.5 border-b border-line px-4 py-2 md:px-6 ${word.kind === 'over' ? 'bg-warn-soft' : 'bg-canvas'}`}
    >
      <Icon
        aria-hidden
        size={14}
        strokeWidth={1.75}
        className={`mt-[3px] ${word.kind === 'over' ? 'text-warn' : 'text-fg-3'}`}
      />
      <p className="min-w-0 text-pretty">
        {word.kind === 'over' ? (
          <>
            <b className="font-semibold">The trial is over.</b> Nothing can be changed until a plan is chosen. Nothing
            is lost: what your providers send is kept.{' '}
          </>
        ) : (
          <>{word.days === 1 ? 'The trial ends today or tomorrow.' : `The trial ends in ${word.days} days.`} </>
        )}
        {plansTo === null ? (
          word.kind === 'over' && 'The owner can choose one.'
        ) : (
          <TextLink to={plansTo}>{word.kind === 'over' ? 'Choose a plan' : 'See the plans'}</TextLink>
        )}
      </p>
    </section>
  )
}
