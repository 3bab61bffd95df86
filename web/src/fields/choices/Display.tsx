import type { DisplayProps } from '../field'
import { ChoiceDisplay } from '../choice/Display'

/** In a cell as many as there is room for; the rest shows on pointing at them, and on the record's page. */
export function ChoicesDisplay({ attribute, value, dense }: DisplayProps) {
  const codes = Array.isArray(value) ? (value as string[]) : [String(value)]
  const labels = codes.map((code) => attribute.choices?.find((choice) => choice.code === code)?.label ?? code)
  return (
    <span className={dense ? 'several dense' : 'several'} title={labels.join(' · ')}>
      {codes.map((code) => (
        <ChoiceDisplay key={code} attribute={attribute} value={code} />
      ))}
    </span>
  )
}
