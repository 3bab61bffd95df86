import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentAddress, contentOptions, type FilesOf, type RecordFile } from '~/api/files'
import { Empty, Failure, Loading } from '~/ui/states'

interface PreviewProps {
  of: FilesOf
  file: RecordFile
  onClose: () => void
}

/** A PDF in the browser's own viewer, which runs nothing of what is in it; it gets bytes, not an address of ours. */
function Pages({ of, file }: { of: FilesOf; file: RecordFile }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(contentOptions(of, file))
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(new Blob([data], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!address) return <Loading />
  if (!navigator.pdfViewerEnabled) return <Empty title={t('files.noViewer')} />
  return <iframe className="file-pages" src={address} title={file.name} />
}

function Picture({ of, file }: { of: FilesOf; file: RecordFile }) {
  const { t } = useTranslation()
  const [broken, setBroken] = useState(false)
  if (broken) return <Empty title={t('files.broken')} />
  return (
    <img
      className="file-picture"
      src={contentAddress(of, file.id, { inline: true })}
      alt={file.name}
      onError={() => setBroken(true)}
    />
  )
}

/** A picture or a PDF, looked at without being kept. */
export function Preview({ of, file, onClose }: PreviewProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      centered
      width="min(1080px, 94vw)"
      className="file-preview"
      title={file.name}
      onCancel={onClose}
      footer={
        <Button icon={<Download size={15} aria-hidden />} href={contentAddress(of, file.id)} download={file.name}>
          {t('files.download')}
        </Button>
      }
    >
      {file.mediaType === 'application/pdf' ? <Pages of={of} file={file} /> : <Picture of={of} file={file} />}
    </Modal>
  )
}
