import { Link } from 'react-router'
import type { PortalFigures_ValuesFragment } from '../../../apollo/generated/graphql.ts'
import { Change, Unknown } from '../../../components/figures.tsx'
import { changeOf, exactText, figureText, unknownReason } from '../../../features/metrics/metric-figure.ts'
import { rowsOf } from '../../../features/metrics/metric-rows.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import type { Period } from '../../../lib/period.ts'
import { type FigureKey, figureLabel, opensRows } from './portal-figures.ts'

export interface FigureRowProps {
  figure: FigureKey
  role: 'closer' | 'setter'
  period: Period
  values: PortalFigures_ValuesFragment
  before: PortalFigures_ValuesFragment | null
  shownMoney: 'NONE' | 'FIGURES' | 'PAYMENTS'
}

/** One figure with its change from the period before; it opens the rows that it counts. */
export function FigureRow({ figure, role, period, values, before, shownMoney }: FigureRowProps) {
  const { locale } = useFormatSettings()
  const text = figureText(figure, values[figure], locale)
  const from = before && figureText(figure, before[figure], locale)
  const label = figureLabel(figure, role)
  const body = (
    <>
      <span className="min-w-0">
        <span className="block">{label}</span>
        {before && text !== null && (
          <span className="flex flex-wrap items-center gap-x-1.5 text-[14px] leading-5 text-fg-3">
            <Change {...changeOf(figure, values[figure], before[figure])} />
            {from !== null && <span>from {from}</span>}
          </span>
        )}
      </span>
      <span
        title={exactText(figure, values[figure], locale) ?? undefined}
        className="shrink-0 text-[18px] font-semibold tracking-[-0.012em]"
      >
        {text ?? <Unknown reason={unknownReason(figure)} />}
      </span>
    </>
  )
  const look = 'flex min-h-15 items-center justify-between gap-4 py-2'
  return (
    <div>
      <dt className="sr-only">{label}</dt>
      <dd>
        {text !== null && opensRows(figure, shownMoney) ? (
          <Link to={rowsOf(figure, period)} className={`-mx-2 rounded-sm px-2 hover:bg-(--hover) ${look}`}>
            {body}
          </Link>
        ) : (
          <div className={look}>{body}</div>
        )}
      </dd>
    </div>
  )
}
