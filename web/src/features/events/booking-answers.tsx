import { Section } from '../../components/section.tsx'

export interface BookingAnswersProps {
  answers: readonly { question: string; answer: string }[]
}

/** What the lead said when they booked. */
export function BookingAnswers({ answers }: BookingAnswersProps) {
  return (
    <Section title="Booking answers">
      <dl className="mt-1 flex flex-col gap-2">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt className="text-small text-fg-3">{question}</dt>
            <dd className="break-words whitespace-pre-line">{answer}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
