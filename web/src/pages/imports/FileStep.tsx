import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Progress, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { sendUpload } from '~/api/imports'
import { asProblem, type Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Setting } from '../settings/Setting'
import { FileField } from './FileField'

/** What is imported, and the file it is in; the file is sent as soon as it is chosen. */
export function FileStep({ objects, object, upload }: { objects: ObjectType[]; object: ObjectType; upload?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [file, setFile] = useState<File>()
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<Problem>()
  const sending = useRef<AbortController>(undefined)
  const search = { object: object.name, upload }

  const send = async (chosen: File | undefined) => {
    if (!chosen) return
    sending.current?.abort()
    const sent = new AbortController()
    sending.current = sent
    setFile(chosen)
    setProblem(undefined)
    setShare(0)
    try {
      const { id } = await sendUpload(chosen, setShare, sent.signal)
      await navigate({ to: '/imports', search: { object: object.name, upload: id, step: 'columns' } })
    } catch (error) {
      if (!sent.signal.aborted) setProblem(asProblem(error))
    } finally {
      if (sending.current === sent) setShare(undefined)
    }
  }
  const words = problem && (problem.isOffline ? t('state.offline') : (problem.errors[0]?.message ?? problem.message))
  return (
    <section className="card" aria-label={t('imports.step.file')}>
      <Setting id="import-object" label={t('imports.object')}>
        <Select
          id="import-object"
          className="fill"
          value={object.name}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          onChange={(name: string) => void navigate({ to: '/imports', search: { object: name, upload } })}
        />
      </Setting>
      <Setting label={t('imports.file')} help={t('imports.fileHelp')} error={words}>
        <FileField file={file} onChange={(chosen) => void send(chosen)} />
        {share !== undefined && (
          <div className="sending">
            <Progress percent={Math.floor(share * 100)} size="small" aria-label={t('imports.sending')} />
            <Button
              size="small"
              type="text"
              onClick={() => {
                sending.current?.abort()
                setShare(undefined)
                setFile(undefined)
              }}
            >
              {t('action.cancel')}
            </Button>
          </div>
        )}
      </Setting>
      {upload && share === undefined && (
        <footer className="wizard-foot">
          <span className="grow" />
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/imports', search: { ...search, step: 'columns' } })}
          >
            {t('imports.next')}
          </Button>
        </footer>
      )}
    </section>
  )
}
