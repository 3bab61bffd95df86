import type { ReactNode } from 'react'

/** One setting: its name and what it does at the left, its control at the right. */
export const Setting = ({
  id,
  label,
  help,
  error,
  children,
}: {
  id?: string
  label: string
  help?: string
  error?: string
  children: ReactNode
}) => (
  <div className="setting">
    <div>
      {id ? <label htmlFor={id}>{label}</label> : <span className="label">{label}</span>}
      {help && <p className="sub">{help}</p>}
    </div>
    <div>
      {children}
      {error && (
        <p className="gate-problem" role="alert">
          {error}
        </p>
      )}
    </div>
  </div>
)
