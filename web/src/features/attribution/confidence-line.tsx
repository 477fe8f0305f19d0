import type { AttributionConfidence } from '../../apollo/generated/graphql.ts'
import { Badge } from '../../components/badge.tsx'
import type { Tone } from '../../components/tone.ts'

const looks: Readonly<Record<AttributionConfidence, { word: string; tone: Tone }>> = {
  CERTAIN: { word: 'Certain', tone: 'good' },
  HIGH: { word: 'High confidence', tone: 'good' },
  MEDIUM: { word: 'Medium confidence', tone: 'neutral' },
  LOW: { word: 'Low confidence', tone: 'warn' },
}

export interface ConfidenceLineProps {
  confidence: AttributionConfidence
  reason: string | null
}

/** How sure a credit is, and why. */
export function ConfidenceLine({ confidence, reason }: ConfidenceLineProps) {
  const { word, tone } = looks[confidence]
  return (
    <p className="mb-5 flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone={tone}>{word}</Badge>
      {reason && <span className="text-small text-pretty text-fg-2">{reason}</span>}
    </p>
  )
}
