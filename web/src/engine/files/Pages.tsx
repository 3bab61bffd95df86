import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Loading } from '~/ui/states'

/** A PDF in the browser's own viewer, which runs nothing of what is in it; it gets bytes, not an address of ours. */
export function Pages({ content, title }: { content: Blob; title: string }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  if (!address) return <Loading />
  if (!navigator.pdfViewerEnabled) return <Empty title={t('files.noViewer')} />
  return <iframe className="file-pages" src={address} title={title} />
}
