import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import { IconButton } from './button.tsx'
import { controlHeights, Field, type ControlSize, type FieldProps } from './field.tsx'

type InputProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'size' | 'id' | 'prefix'>

export interface TextFieldProps extends FieldProps, InputProps {
  size?: ControlSize
  /** Stands inside the box before or after the text: a symbol, a unit, an icon. */
  prefix?: ReactNode
  suffix?: ReactNode
}

/** One line of text. Works with `register()` of react-hook-form: `ref`, `onChange`, `onBlur` and `name` pass through. */
export function TextField({
  label,
  labelHidden,
  labelAside,
  optional,
  hint,
  error,
  size = 'md',
  prefix,
  suffix,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, labelHidden, labelAside, optional, hint, error }}>
      {(wiring) => (
        <div
          className={classNames('control', controlHeights[size])}
          data-invalid={error ? '' : undefined}
          data-disabled={input.disabled ? '' : undefined}
        >
          {prefix !== undefined && <span className="text-fg-3">{prefix}</span>}
          <input type="text" {...input} {...wiring} />
          {suffix !== undefined && <span className="text-small text-fg-3">{suffix}</span>}
        </div>
      )}
    </Field>
  )
}

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'prefix' | 'suffix'>

/** A password, which its owner may look at. */
export function PasswordField({
  label,
  labelHidden,
  labelAside,
  optional,
  hint,
  error,
  size = 'md',
  ...input
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, labelHidden, labelAside, optional, hint, error }}>
      {(wiring) => (
        <div
          className={classNames('control', controlHeights[size])}
          data-invalid={error ? '' : undefined}
          data-disabled={input.disabled ? '' : undefined}
        >
          <input {...input} {...wiring} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
          <span className="-mr-1.5 inline-flex">
            <IconButton label={shown ? 'Hide password' : 'Show password'} onClick={() => setShown(!shown)}>
              {shown ? <EyeOff size={16} strokeWidth={1.75} /> : <Eye size={16} strokeWidth={1.75} />}
            </IconButton>
          </span>
        </div>
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id'> {
  size?: ControlSize
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  labelHidden,
  labelAside,
  optional,
  hint,
  error,
  size = 'md',
  rows = 3,
  ...area
}: TextAreaProps) {
  return (
    <Field {...{ label, labelHidden, labelAside, optional, hint, error }}>
      {(wiring) => (
        <div
          className={classNames(
            'control',
            size === 'touch' ? 'rounded-[10px] px-3.5 py-3 text-reading' : 'px-2.5 py-1.5',
          )}
          data-invalid={error ? '' : undefined}
          data-disabled={area.disabled ? '' : undefined}
        >
          <textarea rows={rows} {...area} {...wiring} className="field-sizing-content max-h-80 min-h-12 resize-none" />
        </div>
      )}
    </Field>
  )
}
