import { Input } from 'antd'

interface PasswordFieldProps {
  id: string
  label: string
  value: string
  error?: string
  autoComplete: string
  onChange: (value: string) => void
}

/** A password with what is wrong with it. */
export function PasswordField({ id, label, value, error, autoComplete, onChange }: PasswordFieldProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        size="large"
        autoComplete={autoComplete}
        value={value}
        status={error ? 'error' : undefined}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <p id={`${id}-note`} className="gate-problem" role="alert">
          {error}
        </p>
      )}
    </>
  )
}
