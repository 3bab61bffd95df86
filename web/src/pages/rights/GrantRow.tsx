import { memo } from 'react'
import { RIGHTS } from '~/api/roles'
import { iconOf } from '~/ui/icons'
import { FieldsButton, Ranges, RightBox, type GrantProps } from './GrantControls'
import { useGrantWords } from './useGrantWords'

/** One object in the table; memoised, because a role has dozens of them. */
export const GrantRow = memo(function GrantRow(props: GrantProps) {
  const { grant, object } = props
  const { summary } = useGrantWords()
  const Icon = iconOf(object.icon)
  return (
    <tr>
      <th scope="row">
        <span className="grant-object">
          <Icon size={15} strokeWidth={1.8} aria-hidden />
          {object.pluralLabel}
        </span>
        <p className="sub">{summary(grant, object)}</p>
      </th>
      <td>
        <Ranges {...props} which="sees" />
      </td>
      <td>
        <Ranges {...props} which="changes" />
      </td>
      {RIGHTS.map((right) => (
        <td key={right} className="box">
          <RightBox {...props} right={right} />
        </td>
      ))}
      <td>
        <FieldsButton {...props} />
      </td>
    </tr>
  )
})
