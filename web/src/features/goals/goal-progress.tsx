import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { unknownFigure } from '../../lib/format-rate.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { Goal } from './goal.ts'
import { goalFigure, goalMetrics, goalPeriod } from './goal-words.ts'

export interface GoalProgressProps {
  goal: Goal
  /** The rows that what was reached counts; none where they may not be seen. */
  to?: To
  /** What can be done to it. */
  action?: ReactNode
}

/** A goal: what was reached of what is to be, as figures and as a bar. */
export function GoalProgress({ goal, to, action }: GoalProgressProps) {
  const { locale } = useFormatSettings()
  const { metric, target, reached, progress } = goal
  const { label } = goalMetrics[metric]
  const got = goalFigure(reached, locale)
  const wanted = goalFigure(target, locale) ?? ''
  const said = `${got ?? 'Unknown'} of ${wanted}`
  const isReached = progress !== null && progress >= 1
  const figures = (
    <>
      <span className={`font-semibold ${got === null ? 'text-fg-3' : ''}`}>{got ?? unknownFigure}</span>
      <span className="text-fg-2"> of {wanted}</span>
    </>
  )
  return (
    <li className="py-2.5">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{label}</p>
          <p className="text-small text-fg-3">{goalPeriod(goal, locale)}</p>
        </div>
        {to !== undefined && got !== null ? (
          <Link
            to={to}
            className="inline-flex min-h-11 items-center rounded-xs text-right whitespace-pre hover:underline hover:underline-offset-3"
          >
            {figures}
          </Link>
        ) : (
          <span className="text-right">{figures}</span>
        )}
        {action}
      </div>
      <div
        role="meter"
        aria-label={`${label}, ${goalPeriod(goal, locale)}`}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={Math.min(1, Math.max(0, progress ?? 0))}
        aria-valuetext={isReached ? `${said}, reached` : said}
        className="mt-1.5 h-1.5 overflow-hidden rounded-[3px] bg-line-strong"
      >
        <div
          style={{ width: `${Math.min(1, Math.max(0, progress ?? 0)) * 100}%` }}
          className={`h-1.5 rounded-[3px] ${isReached ? 'bg-good' : 'bg-accent-fill'}`}
        />
      </div>
    </li>
  )
}
