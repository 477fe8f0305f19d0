import { eventOutcomes, optionColors } from '@clinch/drizzle/tables'
import { z } from 'zod'

export const Label = z.string().trim().min(1, 'Give a name.').max(80, 'A name has at most 80 characters.')

export const Color = z.enum(optionColors, 'Choose a colour.')

export const Outcome = z.enum(eventOutcomes, 'Say what it means.')

export const OptionId = z.uuid('Say which.')
