import { Fragment, useRef, useState } from 'react'
import { Checkbox, Popover } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SCOPES, type Range, type Scope } from '~/api/roles'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { ReferencesInput } from '~/engine/filter/ReferencesInput'
import { ALL, isOwned, NOTHING } from './grants'
import { useGrantWords } from './useGrantWords'

interface RangeProps {
  object: ObjectType
  /** What the range is about: seeing or changing. */
  label: string
  range: Range
  disabled?: boolean
  onChange: (range: Range) => void
}

function toggled(range: Range, scope: Scope, on: boolean): Range {
  if (!on) return { ...range, scopes: range.scopes.filter((each) => each !== scope) }
  // Everyone's includes all others, so either it is chosen or some of them.
  return scope === 'all' ? ALL : { ...range, scopes: [...range.scopes.filter((each) => each !== 'all'), scope] }
}

/** The departments' own object is told by the catalog. */
function Departments({ range, onChange }: Pick<RangeProps, 'range' | 'onChange'>) {
  const { t } = useTranslation()
  const departments = useCatalog().metadata.objects.find(({ type }) => type === 'department')
  return (
    departments && (
      <div className="chosen-departments">
        <ReferencesInput
          object={departments.name}
          label={t('rights.whichDepartments')}
          value={range.departments}
          onChange={(ids) => onChange({ ...range, departments: ids })}
        />
        {range.departments.length === 0 && <p className="field-help">{t('rights.noDepartments')}</p>}
      </div>
    )
  )
}

function Choices({ object, label, range, onChange }: RangeProps) {
  const { t } = useTranslation()
  if (!isOwned(object))
    return (
      <Checkbox
        autoFocus
        checked={range.scopes.length > 0}
        onChange={({ target }) => onChange(target.checked ? ALL : NOTHING)}
      >
        {t('rights.scope.every')}
      </Checkbox>
    )
  return (
    <div role="group" aria-label={label} className="range-choices">
      {SCOPES.map((scope, index) => (
        <Fragment key={scope}>
          <Checkbox
            autoFocus={index === 0}
            checked={range.scopes.includes(scope)}
            onChange={({ target }) => onChange(toggled(range, scope, target.checked))}
          >
            {t(`rights.scope.${scope}`)}
          </Checkbox>
          {scope === 'departments' && range.scopes.includes(scope) && <Departments range={range} onChange={onChange} />}
        </Fragment>
      ))}
    </div>
  )
}

/** Whose records, in words; a click says it differently. */
export function RangeButton(props: RangeProps) {
  const { object, label, range, disabled } = props
  const { range: words } = useGrantWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const text = words(range, object)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      open={open}
      onOpenChange={(next) => setOpen(next && !disabled)}
      content={
        <div onKeyDown={(event) => event.key === 'Escape' && close()}>
          <Choices {...props} />
        </div>
      }
    >
      <button
        ref={button}
        type="button"
        className={range.scopes.length > 0 ? 'range-button' : 'range-button none'}
        disabled={disabled}
        aria-label={`${label}: ${text}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={text}
      >
        <span className="ellipsis">{text}</span>
        <ChevronDown size={13} aria-hidden />
      </button>
    </Popover>
  )
}
