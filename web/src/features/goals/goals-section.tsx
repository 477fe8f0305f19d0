import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { tryAct } from '../../apollo/try-act.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { todayIn } from '../../lib/period.ts'
import { useNow } from '../../lib/use-now.ts'
import { useViewer } from '../../lib/viewer.ts'
import type { Goal } from './goal.ts'
import { GoalDialog } from './goal-dialog.tsx'
import { GoalProgress } from './goal-progress.tsx'
import { goalMetrics, goalPeriod, standing } from './goal-words.ts'
import { asSet, type GoalPerson, useGoals } from './use-goals.ts'

/** What somebody on the roster is to reach, and what they came to: set, and taken away. */
export function GoalsSection({ person }: { person: GoalPerson }) {
  const { timeZone } = useViewer().organization
  const { locale } = useFormatSettings()
  const today = todayIn(timeZone, useNow())
  const { goals, error, reload, set, remove } = useGoals(person, today)
  const [setting, setSetting] = useState(false)

  const removeNow = async (goal: Goal) => {
    if (!(await tryAct(() => remove(goal.id)))) return
    notify.done(
      `The goal of ${goalMetrics[goal.metric].label.toLowerCase()} for ${goalPeriod(goal, locale)} was removed`,
      { action: { label: 'Undo', onPress: () => void putBack(goal) } },
    )
    await reload()
  }
  const putBack = async (goal: Goal) => {
    const back = await set({ ...asSet(goal), clientMutationId: `put-back-${goal.id}` })
    if (back.ok) notify.done('The goal is back')
    else notify.problem('The goal was not put back', { detail: back.message })
  }
  const now = goals && standing(goals, today)
  const past = goals?.filter(({ period }) => period.to < today) ?? []
  const list = (label: string, shown: readonly Goal[]) => (
    <ul aria-label={label} className="mt-1 divide-y divide-line">
      {shown.map((goal) => (
        <GoalProgress
          key={goal.id}
          goal={goal}
          action={
            <IconButton
              label={`Remove the goal of ${goalMetrics[goal.metric].label.toLowerCase()}, ${goalPeriod(goal, locale)}`}
              onClick={() => void removeNow(goal)}
            >
              <Trash2 size={14} strokeWidth={1.75} />
            </IconButton>
          }
        />
      ))}
    </ul>
  )
  return (
    <Section title="Goals" action={<Button onClick={() => setSetting(true)}>Set goal</Button>}>
      {now ? (
        now.length === 0 ? (
          <p className="mt-1 text-pretty text-fg-2">
            None is running. {person.name} sees theirs in the portal, against what they came to.
          </p>
        ) : (
          list('Goals', now)
        )
      ) : error ? (
        <p className="mt-1 text-fg-2">
          The goals did not load.{' '}
          <button
            type="button"
            className="rounded-xs font-medium text-accent hover:underline"
            onClick={() => void reload()}
          >
            Try again
          </button>
        </p>
      ) : (
        <SkeletonGroup label="Loading the goals">
          <div className="mt-3 flex flex-col gap-2">
            <Skeleton widthPx={168} />
            <Skeleton widthPx={240} />
          </div>
        </SkeletonGroup>
      )}
      {past.length > 0 && (
        <details className="mt-1 text-fg-2">
          <summary className="w-fit rounded-xs text-small text-fg-3">
            {past.length === 1 ? '1 goal of the past year' : `${past.length} goals of the past year`}
          </summary>
          {list('Past goals', past)}
        </details>
      )}
      {setting && <GoalDialog person={person} onSet={set} onClose={() => setSetting(false)} />}
    </Section>
  )
}
