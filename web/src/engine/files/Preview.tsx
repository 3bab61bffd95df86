import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentAddress, contentOptions, type FilesOf, type Previewed } from '~/api/files'
import { Empty, Failure, Loading } from '~/ui/states'
import { Pages } from './Pages'

interface PreviewProps {
  of: FilesOf
  file: Previewed
  onClose: () => void
}

function Content({ of, file }: { of: FilesOf; file: Previewed }) {
  const { data, error, refetch } = useQuery(contentOptions(of, file))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return data ? <Pages content={data} title={file.name} /> : <Loading />
}

function Picture({ of, file }: { of: FilesOf; file: Previewed }) {
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
      {file.mediaType === 'application/pdf' ? <Content of={of} file={file} /> : <Picture of={of} file={file} />}
    </Modal>
  )
}
