import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reading, Survey } from '~/api/imports'

const ENCODINGS = ['UTF-8', 'GB18030', 'x-windows-950', 'UTF-16LE', 'UTF-16BE']
const SEPARATORS = ['comma', 'semicolon', 'tab', 'pipe']
const NAMES: Record<string, string> = { 'x-windows-950': 'Big5' }

/** How the file is written: found out, and to be corrected. */
export function FormatBar({
  file,
  reading,
  onChange,
}: {
  file?: Survey['file']
  reading: Reading
  onChange: (reading: Reading) => void
}) {
  const { t } = useTranslation()
  const choice = (name: keyof Reading, options: { value: string; label: string }[]) => (
    <label className="format-choice">
      {t(`imports.${name}`)}
      <Select
        size="small"
        aria-label={t(`imports.${name}`)}
        value={reading[name] ?? file?.[name]}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value: string) => onChange({ ...reading, [name]: value })}
      />
    </label>
  )
  return (
    <div className="format-bar">
      {file && (
        <strong className="ellipsis" title={file.name}>
          {file.name}
        </strong>
      )}
      {file?.format === 'xlsx' ? (
        choice(
          'sheet',
          (file.sheets ?? []).map((value) => ({ value, label: value })),
        )
      ) : (
        <>
          {choice(
            'encoding',
            ENCODINGS.map((value) => ({ value, label: NAMES[value] ?? value })),
          )}
          {file?.format === 'csv' &&
            choice(
              'separator',
              SEPARATORS.map((value) => ({ value, label: t(`imports.separators.${value}`) })),
            )}
        </>
      )}
    </div>
  )
}
