import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Modal, Radio, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { AT_ONCE, saveFile, useExport } from '~/api/exports'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { exactCountOptions } from '~/api/records'
import type { Attribute, FileFormat } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { columnsOf, rememberedColumns, useListAddress } from '../list/useList'
import { useCountedTitle } from '../shared/useCountedTitle'
import { useJobNotice } from '../shared/useJobNotice'
import type { ExportProps } from './ExportButton'
import './export.css'

const WORDS = { running: 'exports.running', done: 'exports.done', final: true }
const TITLES = { many: 'exports.titleMany', all: 'exports.titleAll' }
const FORMATS: FileFormat[] = ['xlsx', 'csv', 'vcf', 'ics']

/** Those that have a place for some attributes only, whatever columns a list has. */
const ENTRIES = new Set<FileFormat>(['vcf', 'ics'])

/** Said only of records that are deleted. */
const OF_THE_BIN = new Set(['deletedAt', 'deletedBy'])

/** What becomes a column: what belongs to a record as rows of its own does not. */
const isColumn = ({ type, name }: Attribute): boolean => type !== 'lines' && !OF_THE_BIN.has(name)

/** How many, by the whole filter; unknown where counting takes too long. */
function useCount({ object, chosen, count }: ExportProps): number | undefined {
  const counted = useQuery({
    ...exactCountOptions(object.name, 'filter' in chosen ? chosen.filter || undefined : undefined),
    enabled: count === undefined && 'filter' in chosen,
    retry: false,
  })
  return count ?? counted.data?.value
}

/** Which kind of file, and which columns; then the file, or the job that prepares it. */
export function ExportDialog({ onClose, ...props }: ExportProps & { onClose: () => void }) {
  const { object, chosen } = props
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const { address } = useListAddress()
  const [format, setFormat] = useState<FileFormat>('xlsx')
  const [shownOnly, setShownOnly] = useState(true)
  const run = useExport(object.name)
  const notice = useJobNotice()
  const count = useCount(props)
  const title = useCountedTitle(object, count, TITLES)
  const named = address.columns ?? rememberedColumns(object.name)
  const shown = catalog.pick(object.name, columnsOf(object, named)).filter(isColumn)
  const all = object.attributes.filter(isColumn)
  const entries = ENTRIES.has(format)
  const masked = (shownOnly ? shown : all).filter((attribute) => attribute.masked)
  const number = (value: number) => formatNumber(value, i18n.language)

  const start = () =>
    run.mutate(
      {
        ...chosen,
        format,
        sort: address.sort ?? object.defaultSort,
        fields:
          shownOnly && !entries
            ? ['id', ...shown.map(({ name }) => name).filter((name) => name !== 'id')].join()
            : undefined,
      },
      {
        onSuccess: (answer) => {
          if ('job' in answer) notice.watch(answer.job.id, WORDS)
          else saveFile(answer.file, answer.name)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={title}
      okText={t('exports.export')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: run.isPending, disabled: count === 0 }}
      onOk={start}
      onCancel={onClose}
    >
      <div className="export">
        <Segmented<FileFormat>
          aria-label={t('exports.format')}
          value={format}
          onChange={setFormat}
          options={FORMATS.filter((value) => object.formats.includes(value)).map((value) => ({
            value,
            label: t(`exports.${value}`),
          }))}
        />
        {entries ? (
          <p className="sub">{t(`exports.entries.${format}`)}</p>
        ) : (
          <Radio.Group
            className="export-columns"
            aria-label={t('list.columns')}
            value={shownOnly}
            onChange={(event) => setShownOnly(Boolean(event.target.value))}
            options={[
              { value: true, label: t('exports.shown', { value: number(shown.length) }) },
              { value: false, label: t('exports.all', { value: number(all.length) }) },
            ]}
          />
        )}
        <p className="sub">{t('exports.rights')}</p>
        {masked.length > 0 && (
          <p className="sub">{t('exports.masked', { labels: masked.map(({ label }) => label).join(' · ') })}</p>
        )}
        {count !== undefined && count > AT_ONCE && <p className="sub">{t('exports.byJob')}</p>}
        {run.isError && (
          <p className="bad" role="alert">
            {asProblem(run.error).message || t('state.failed')}
          </p>
        )}
      </div>
    </Modal>
  )
}
