import { z } from 'zod'
import { MoneyText } from '../../../kernel/money-text.ts'

export const Name = z.string().trim().min(1, 'Give a name.').max(120, 'A name has at most 120 characters.')

export const Description = z
  .string()
  .trim()
  .max(2_000, 'A description has at most 2,000 characters.')
  .nullish()
  .transform((text) => (text === '' ? null : text))

export const Instalments = z.object({
  count: z.number().int().min(2, 'There are at least 2 instalments.').max(120, 'There are at most 120 instalments.'),
  amount: MoneyText,
  every: z.number().int().min(1, 'They are at least 1 apart.').max(366, 'They are at most 366 apart.'),
  interval: z.enum(['day', 'month'], 'Say days or months.'),
})

export const PackageId = z.uuid('Say which package.')
