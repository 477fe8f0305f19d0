import { z } from 'zod'

/** A setting that is missing or unusable, in one line that says what to do. */
export class SettingsError extends Error {}

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')

/** Where a provider's API is, without a slash at its end. */
const apiUrl = (usual: string) =>
  z
    .url()
    .default(usual)
    .transform((url) => url.replace(/\/+$/, ''))

const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('0.0.0.0'),
  /** The address under which people and providers reach this server; webhook addresses begin with it. */
  PUBLIC_URL: z.url().optional(),
  CLINCH_DATA_DIR: z.string().optional(),
  DATABASE_URL: z.string().startsWith('postgres', 'must begin with postgres://').optional(),
  DATABASE_APP_URL: z.string().optional(),
  DATABASE_AUTH_URL: z.string().optional(),
  DATABASE_WORKER_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(16),
  /** How long a caller waits for the database at the most, for a connection and for all that its transaction does. */
  DATABASE_DEADLINE_MS: z.coerce.number().int().min(500).max(600_000).default(2_700),
  ENCRYPTION_MASTER_KEY: hexKey.optional(),
  ENCRYPTION_MASTER_KEY_VERSION: z.coerce.number().int().min(1).default(1),
  /** Older master keys, as `1:<64 hex digits>,2:<…>`, kept while values sealed with them are left. */
  ENCRYPTION_OLD_KEYS: z
    .string()
    .regex(/^(\d+:[0-9a-f]{64}(,\d+:[0-9a-f]{64})*)?$/i, 'must be a list of <version>:<64 hexadecimal digits>')
    .default('')
    .transform((text) =>
      text
        .split(',')
        .filter(Boolean)
        .map((entry) => ({ version: Number(entry.split(':')[0]), keyHex: entry.split(':')[1] ?? '' })),
    ),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Who carries e-mail: the key of one of these. */
  RESEND_API_KEY: z.string().optional(),
  SENDGRID_API_KEY: z.string().optional(),
  /** Whom e-mail is from: `Clinch <no-reply@clinch.example>`. */
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]*<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/,
      'must be an address, or a name and an address: Clinch <no-reply@clinch.example>',
    )
    .optional(),
  RESEND_URL: apiUrl('https://api.resend.com'),
  SENDGRID_URL: apiUrl('https://api.sendgrid.com'),
  CALENDLY_URL: apiUrl('https://api.calendly.com'),
  STRIPE_URL: apiUrl('https://api.stripe.com'),
  ACUITY_URL: apiUrl('https://acuityscheduling.com/api/v1'),
  WHOP_URL: apiUrl('https://api.whop.com/api/v1'),
  /** Where the European Central Bank's daily reference rates are fetched. Not set, they are in production alone; set empty, nowhere. */
  REFERENCE_RATES_URL: z.union([z.url(), z.literal('')]).optional(),
  /** To whom people write for help, as the pages say. */
  SUPPORT_EMAIL: z.email().optional(),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** A worker that has said nothing for so long is taken for dead, and its jobs are given to others. */
  WORKER_DEAD_AFTER_SECONDS: z.coerce.number().int().min(2).default(30),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The proxies in front of this server that may name the caller's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
})

export type Settings = z.output<typeof Settings>

/** The demo's secrets are public: a server in production refuses them. */
export const demoSecrets = {
  encryptionMasterKey: 'c11c'.repeat(16),
  authSecret: 'clinch-demo-secret-that-everybody-knows',
} as const

/** Settings for which empty says something else than not set. */
const meantEmpty: ReadonlySet<string> = new Set(['REFERENCE_RATES_URL'])

/** Reads the environment once. Throws SettingsError with one line that names what is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== undefined && (value !== '' || meantEmpty.has(name))),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  const settings = parsed.data
  if (settings.NODE_ENV === 'production') refuseDemoSecrets(settings)
  refuseHalfAMailer(settings)
  return settings
}

function refuseDemoSecrets(settings: Settings): void {
  for (const address of ['CALENDLY_URL', 'STRIPE_URL', 'ACUITY_URL', 'WHOP_URL'] as const) {
    if (!settings[address].startsWith('https://')) throw new SettingsError(`In production providers are called over https: see ${address}`)
  }
  for (const name of ['DATABASE_URL', 'ENCRYPTION_MASTER_KEY', 'AUTH_SECRET', 'PUBLIC_URL'] as const) {
    if (settings[name] === undefined) throw new SettingsError(`In production ${name} must be set`)
  }
  if (
    settings.ENCRYPTION_MASTER_KEY?.toLowerCase() === demoSecrets.encryptionMasterKey ||
    settings.AUTH_SECRET === demoSecrets.authSecret
  ) {
    throw new SettingsError('In production the secrets of the demo are refused: make your own, for example with `openssl rand -hex 32`')
  }
}

/** One provider, and whom its e-mails are from. Without any, what would be sent is shown to whoever looks: not in production. */
function refuseHalfAMailer({ NODE_ENV, RESEND_API_KEY, SENDGRID_API_KEY, MAIL_FROM }: Settings): void {
  if (RESEND_API_KEY !== undefined && SENDGRID_API_KEY !== undefined)
    throw new SettingsError('Set RESEND_API_KEY or SENDGRID_API_KEY, not both')
  if (RESEND_API_KEY === undefined && SENDGRID_API_KEY === undefined) {
    if (NODE_ENV === 'production')
      throw new SettingsError('In production e-mail is really sent: RESEND_API_KEY or SENDGRID_API_KEY must be set, with MAIL_FROM')
  } else if (MAIL_FROM === undefined)
    throw new SettingsError('MAIL_FROM must be set: whom e-mail is from, such as Clinch <no-reply@clinch.example>')
}
