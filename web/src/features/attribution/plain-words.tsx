import { DateTime } from '../../components/figures.tsx'
import { instantOf, shortened, splitWords, type Piece } from './split-words.ts'

export interface PlainWordsProps {
  /** A sentence as the rules wrote it. */
  children: string
  /** People in it who are to stand out. */
  names?: readonly string[]
}

/** A sentence of the rules: names strong, instants in the viewer's zone, addresses as they were compared. */
export function PlainWords({ children, names }: PlainWordsProps) {
  return splitWords(children, names).map((piece, index) => <PieceOfWords key={index} piece={piece} />)
}

function PieceOfWords({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'name') return <b className="font-semibold text-fg">{text}</b>
  if (kind === 'code') {
    return (
      <span title={text} className="font-mono text-[0.92em] break-words">
        {shortened(text)}
      </span>
    )
  }
  const at = kind === 'instant' ? instantOf(text) : null
  return at ? <DateTime at={at} /> : text
}
