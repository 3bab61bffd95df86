import type { ReactNode } from 'react'

interface PartProps {
  id?: string
  label: string
  help?: string
  error?: string
  children: ReactNode
}

/** A piece of the sentence a rule is: the words that lead to it, and what is chosen. */
export const Part = ({ id, label, help, error, children }: PartProps) => (
  <div className="rule-part">
    {id ? <label htmlFor={id}>{label}</label> : <span className="label">{label}</span>}
    <div>
      {children}
      {error ? (
        <p className="gate-problem" role="alert">
          {error}
        </p>
      ) : (
        help && <p className="sub">{help}</p>
      )}
    </div>
  </div>
)
