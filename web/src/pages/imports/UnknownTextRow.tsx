import { AutoComplete } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ColumnRule, UnknownText } from '~/api/imports'
import { formatNumber } from '~/fields/format'
import { useClearing } from '~/ui/useClearing'

/** One text of the file and what it stands for. */
export function UnknownTextRow({
  text,
  rule,
  onChange,
}: {
  text: UnknownText
  rule: ColumnRule
  onChange: (rule: ColumnRule) => void
}) {
  const { t, i18n } = useTranslation()
  const clearing = useClearing()
  const said = rule.values?.[text.text]
  const set = (value: string) => {
    const { [text.text]: _before, ...others } = rule.values ?? {}
    onChange({ ...rule, values: value ? { ...others, [text.text]: value } : others })
  }
  return (
    <div className="unknown-text">
      <span className="ellipsis" title={text.text}>
        {text.text}
      </span>
      <span className="sub num">{t('imports.inRows', { rows: formatNumber(text.rows, i18n.language) })}</span>
      <ArrowRight size={15} aria-hidden className="column-arrow" />
      <AutoComplete
        aria-label={t('imports.means', { text: text.text })}
        value={said ?? text.taken?.value ?? ''}
        placeholder={text.near[0] ? t('imports.perhaps', { name: text.near[0].label }) : t('imports.nothingNear')}
        options={text.near.map(({ value, label }) => ({ value, label }))}
        onChange={set}
        allowClear={said !== undefined && clearing}
      />
      <span className="sub">{said === undefined && text.taken ? t('imports.takenFor') : ''}</span>
    </div>
  )
}
