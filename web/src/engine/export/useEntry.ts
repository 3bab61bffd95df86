import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { saveFile, useExport } from '~/api/exports'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import type { FileFormat, ObjectType, RecordData } from '~/api/types'

const OF_ONE = ['vcf', 'ics'] satisfies FileFormat[]

/** One record as an entry of an address book or a calendar, for a telephone to open. */
export function useEntry(object: ObjectType, record: RecordData) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const looking = useLooking()
  const { mutate } = useExport(object.name)
  return {
    offered: object.rights.export && !looking ? OF_ONE.filter((format) => object.formats.includes(format)) : [],
    save: (format: FileFormat) =>
      mutate(
        { ids: [record.id], format },
        {
          onSuccess: (answer) => {
            if ('file' in answer) saveFile(answer.file, answer.name)
          },
          onError: (error) => message.error(asProblem(error).message || t('state.failed')),
        },
      ),
  }
}
