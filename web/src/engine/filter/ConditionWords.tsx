import type { Condition, WordedCondition } from './conditions'
import { useConditionWords } from './words'

export function WordedLabel({ condition }: { condition: WordedCondition }) {
  const words = useConditionWords(condition)
  return (
    <span className="ellipsis" title={`${condition.attribute.label} ${words}`}>
      {condition.attribute.label} <b>{words}</b>
    </span>
  )
}

/** A condition to be read: in words where there are any, else as it was written. */
export const ConditionWords = ({ condition }: { condition: Condition }) =>
  condition.kind === 'worded' ? (
    <WordedLabel condition={condition} />
  ) : (
    <code title={condition.text}>{condition.text}</code>
  )
