import { useState, type DragEvent } from 'react'
import { FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './imports.css'

/** A place to drop a file on, or to choose one with. */
export function FileField({ file, onChange }: { file?: File; onChange: (file: File | undefined) => void }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onChange(dropped)
  }
  return (
    <label
      className={over ? 'file-field over' : 'file-field'}
      onDrop={drop}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <FileUp size={18} aria-hidden />
      <span className="ellipsis" title={file?.name}>
        {file ? file.name : t('imports.choose')}
      </span>
      <input
        type="file"
        className="visually-hidden"
        aria-label={t('imports.file')}
        accept=".csv,.tsv,.txt,.xlsx,.vcf,.ics"
        onChange={(event) => onChange(event.target.files?.[0])}
      />
    </label>
  )
}
