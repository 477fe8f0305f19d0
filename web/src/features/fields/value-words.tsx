import { optionColorCss } from '../../components/option-color.ts'
import { valueWords } from '../../lib/field-words.ts'
import { definitionOf, toValues, type WireValue } from './field-parts.ts'

export interface ValueWordsProps {
  value: WireValue
  locale: string
}

/** A value in words: options with their colours, and addresses that can be followed. */
export function ValueWords({ value, locale }: ValueWordsProps) {
  const definition = definitionOf(value)
  const held = toValues([value])[value.key]
  if (held === undefined) return null
  const text = valueWords(definition, held, locale)
  if (definition.options.length > 0) {
    return (
      <span className="inline-flex flex-wrap gap-x-3">
        {definition.options.map(({ key, label, color }) => (
          <span key={key} className="inline-flex min-w-0 items-center gap-1.5">
            {color !== null && (
              <span
                aria-hidden
                className="size-2 shrink-0 rounded-full"
                style={{ background: optionColorCss[color] }}
              />
            )}
            {label}
          </span>
        ))}
      </span>
    )
  }
  switch (definition.kind) {
    case 'url':
      return (
        <a href={text} target="_blank" rel="noreferrer" className="break-all text-accent hover:underline">
          {text.replace(/^https?:\/\//, '').replace(/\/$/, '')}
        </a>
      )
    case 'email':
      return (
        <a href={`mailto:${text}`} className="hover:underline">
          {text}
        </a>
      )
    case 'phone':
      return (
        <a href={`tel:${text}`} className="hover:underline">
          {text}
        </a>
      )
    case 'long_text':
      return <span className="whitespace-pre-wrap">{text}</span>
    default:
      return <>{text}</>
  }
}
