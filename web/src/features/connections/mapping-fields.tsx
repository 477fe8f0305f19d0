import { Plus, X } from 'lucide-react'
import type { FieldErrors } from 'react-hook-form'
import { Button, IconButton } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import {
  emptyPlace,
  mappingFields,
  placeKinds,
  placeWords,
  type MappingDraft,
  type MappingField,
  type PlaceDraft,
  type PlaceKind,
} from './mapping-draft.ts'

const words: Readonly<Record<MappingField, { title: string; what: string }>> = {
  setterFrom: { title: 'Setter', what: 'setter' },
  sourceFrom: { title: 'Source', what: 'source' },
  trafficTypeFrom: { title: 'Traffic type', what: 'traffic type' },
}

const leadFields = ['sourceFrom', 'trafficTypeFrom'] as const
const emptyField: PlaceDraft = { ...emptyPlace, kind: 'QUESTION' }

const kindOptions = placeKinds.map((kind) => ({ value: kind, label: placeWords[kind] }))

export interface MappingFieldsProps {
  /** Leads have fields alone, and no setter. */
  of: 'bookings' | 'leads'
  value: MappingDraft
  onChange: (value: MappingDraft) => void
  errors?: FieldErrors<MappingDraft>
}

/** Where bookings name their setter, source and traffic type: of each list, the first place that says something. */
export function MappingFields({ of, value, onChange, errors }: MappingFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      {(of === 'leads' ? leadFields : mappingFields).map((field) => (
        <PlaceList
          key={field}
          of={of}
          field={field}
          places={value[field]}
          errorOf={(index) => errors?.[field]?.[index]?.question?.message ?? errors?.[field]?.[index]?.prefix?.message}
          onChange={(places) => onChange({ ...value, [field]: places })}
        />
      ))}
    </div>
  )
}

interface PlaceListProps {
  of: 'bookings' | 'leads'
  field: MappingField
  places: readonly PlaceDraft[]
  errorOf: (index: number) => string | undefined
  onChange: (places: PlaceDraft[]) => void
}

const mostPlaces = 10

function PlaceList({ of, field, places, errorOf, onChange }: PlaceListProps) {
  const { title, what } = words[field]
  const change = (index: number, part: Partial<PlaceDraft>) =>
    onChange(places.map((place, at) => (at === index ? { ...place, ...part } : place)))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small font-medium text-fg-2">{title}</legend>
      <div className="flex flex-col gap-2">
        {places.length === 0 && (
          <p className="text-small text-fg-3">{of === 'leads' ? 'Contacts do not say.' : 'Bookings do not say.'}</p>
        )}
        {places.map((place, index) => (
          // Places have no id of their own, and nothing but their order tells them apart.
          <div key={index} className="flex items-start gap-2">
            {of === 'bookings' && (
              <div className="w-40 shrink-0 max-sm:w-32">
                <SelectField
                  label={
                    index === 0 ? `First place to look for the ${what}` : `Place ${index + 1} to look for the ${what}`
                  }
                  labelHidden
                  options={kindOptions}
                  value={place.kind}
                  onChange={(kind) => change(index, { kind: kindOf(kind) })}
                />
              </div>
            )}
            <div className="min-w-0 flex-1">
              {place.kind === 'QUESTION' ? (
                <TextField
                  label={`The ${of === 'leads' ? 'field' : 'question'} that names the ${what}`}
                  labelHidden
                  placeholder={of === 'leads' ? 'The name of the field' : 'The question, as it is asked'}
                  value={place.question}
                  onChange={(event) => change(index, { question: event.target.value })}
                  error={errorOf(index)}
                />
              ) : (
                <TextField
                  label={`What to cut off before the ${what}`}
                  labelHidden
                  prefix="cut off"
                  placeholder="nothing"
                  value={place.prefix}
                  onChange={(event) => change(index, { prefix: event.target.value })}
                  error={errorOf(index)}
                />
              )}
            </div>
            <IconButton
              size="md"
              label={`Remove ${placeWords[place.kind]} from where the ${what} is looked for`}
              onClick={() => onChange(places.filter((_, at) => at !== index))}
            >
              <X aria-hidden size={14} strokeWidth={1.75} />
            </IconButton>
          </div>
        ))}
        {places.length < mostPlaces && (
          <span>
            <Button variant="quiet" onClick={() => onChange([...places, of === 'leads' ? emptyField : emptyPlace])}>
              <Plus aria-hidden size={12} strokeWidth={1.75} />
              {places.length === 0 ? 'Add a place' : 'Else look in'}
              <span className="sr-only">
                {places.length === 0 ? ` for the ${what}` : ` another place for the ${what}`}
              </span>
            </Button>
          </span>
        )}
      </div>
    </fieldset>
  )
}

const kindOf = (text: string): PlaceKind => placeKinds.find((kind) => kind === text) ?? emptyPlace.kind
