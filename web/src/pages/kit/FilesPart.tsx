import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { FilesCard } from '~/engine/files/FilesCard'
import { UploadRow } from '~/engine/files/UploadRow'
import { DEAL, LONG_DEAL } from './objects'
import { Part } from './Show'

const UPLOADS = [
  { key: 'going', name: '现场照片.jpg', size: 4_200_000, share: 0.42 },
  { key: 'waiting', name: '二期图纸.dwg', size: 31_000_000 },
]

/** The files of a record: those there are, none yet, and what is on its way. */
export function FilesPart() {
  const { t } = useTranslation()
  const object = useCatalog().object('deals')
  if (!object) return null
  const failed = { key: 'failed', name: 'setup.exe', size: 1_200_000, failed: t('kit.complaint') }
  return (
    <Part name="files">
      <div className="kit-cards">
        <FilesCard object={object} id={DEAL.id} />
        <FilesCard object={object} id={LONG_DEAL.id} />
        <section className="card files" aria-label={t('files.waiting')}>
          <ul className="file-list">
            {[...UPLOADS, failed].map((upload) => (
              <UploadRow key={upload.key} upload={upload} onCancel={() => {}} />
            ))}
          </ul>
        </section>
      </div>
    </Part>
  )
}
