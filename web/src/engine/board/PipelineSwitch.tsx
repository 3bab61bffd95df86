import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { usePhone } from '~/ui/useMedia'
import { asksForAll, chosenOf, withPipeline } from '../shared/pipelines'

interface PipelineSwitchProps {
  pipeline: Attribute
  filter: string
  onChange: (filter: string) => void
}

/** More do not stand side by side. */
const SIDE_BY_SIDE = 4
const ALL = ''
const NONE = '*'

/** Which pipeline the board shows: one, with its own stages, or all of them at once. */
export function PipelineSwitch({ pipeline, filter, onChange }: PipelineSwitchProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const chosen = chosenOf(filter, pipeline) ?? []
  const options = [
    { value: ALL, label: t('board.allPipelines') },
    ...(pipeline.choices ?? [])
      .filter(({ active, code }) => active || chosen.includes(code))
      .map(({ code, label }) => ({ value: code, label })),
  ]
  // Where a filter says it otherwise, such as several at once or all but one, none stands out.
  const value = asksForAll(filter, pipeline) ? ALL : chosen.length === 1 ? chosen[0] : undefined
  const choose = (code: string) => onChange(withPipeline(filter, pipeline, code || undefined))
  return phone || options.length > SIDE_BY_SIDE ? (
    <Select<string>
      size="small"
      aria-label={pipeline.label}
      placeholder={pipeline.label}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={choose}
    />
  ) : (
    <Segmented<string>
      size="small"
      aria-label={pipeline.label}
      value={value ?? NONE}
      options={options}
      onChange={choose}
    />
  )
}
