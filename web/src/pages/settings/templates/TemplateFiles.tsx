import { Drawer } from 'antd'
import { TEMPLATES, templateName } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import type { RecordData } from '~/api/types'
import { FilesCard } from '~/engine/files/FilesCard'
import { usePhone } from '~/ui/useMedia'

/** The document behind a template, with what it was before. */
export function TemplateFiles({ template, onClose }: { template: RecordData; onClose: () => void }) {
  const object = useCatalog().object(TEMPLATES)
  const phone = usePhone()
  if (!object) return null
  return (
    <Drawer open size={phone ? '100%' : 480} title={templateName(template)} onClose={onClose}>
      <FilesCard object={object} id={template.id} />
    </Drawer>
  )
}
