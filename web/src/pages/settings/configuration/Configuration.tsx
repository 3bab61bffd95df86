import { useRef, useState } from 'react'
import { App, Button, Checkbox } from 'antd'
import { Download, FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CONFIGURATION_FILE, useApplyConfiguration, usePreviewConfiguration } from '~/api/configuration'
import { asProblem } from '~/api/problem'
import { Failure, SkeletonRows } from '~/ui/states'
import { Foreseen } from './Foreseen'
import './configuration.css'

interface Chosen {
  name: string
  text: string
}

/** What is set up, taken along as a file; and another file looked at, and applied as it was seen. */
export function Configuration() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [remove, setRemove] = useState(false)
  const preview = usePreviewConfiguration()
  const apply = useApplyConfiguration()

  const look = (file: Chosen, removing: boolean) => preview.mutate({ file: file.text, remove: removing })
  const choose = async (file: File | undefined) => {
    if (!file) return
    const next = { name: file.name, text: await file.text() }
    setChosen(next)
    look(next, remove)
  }
  const carryOut = () => {
    if (!chosen || !preview.data) return
    apply.mutate(
      { file: chosen.text, remove, state: preview.data.state },
      {
        onSuccess: () => {
          setChosen(undefined)
          preview.reset()
          void message.success(t('configuration.applied'))
        },
        onError: (failure) => {
          void message.error(asProblem(failure).message)
          look(chosen, remove)
        },
      },
    )
  }
  return (
    <>
      <section className="card" aria-label={t('settings.configuration')}>
        <header className="configuration-head">
          <p className="grow sub">{t('configuration.what')}</p>
          <Button size="small" icon={<Download size={14} aria-hidden />} href={CONFIGURATION_FILE} download>
            {t('configuration.download')}
          </Button>
          <Button
            type="primary"
            size="small"
            icon={<FileUp size={14} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            {t('configuration.choose')}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".yaml,.yml"
            hidden
            aria-label={t('configuration.file')}
            onChange={(event) => {
              void choose(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </header>
      </section>
      {chosen && (
        <section className="card" aria-label={chosen.name}>
          <header className="configuration-head">
            <h2 className="grow ellipsis">{chosen.name}</h2>
            <Checkbox
              checked={remove}
              onChange={({ target }) => {
                setRemove(target.checked)
                look(chosen, target.checked)
              }}
            >
              {t('configuration.remove')}
            </Checkbox>
          </header>
          {preview.error ? (
            <Failure error={preview.error}>
              {asProblem(preview.error)
                .errors.filter(({ path }) => path !== '')
                .map(({ path, message: words }) => (
                  <p key={path} className="field-error">
                    <code>{path}</code> {words}
                  </p>
                ))}
            </Failure>
          ) : !preview.data || preview.isPending ? (
            <SkeletonRows rows={4} />
          ) : (
            <Foreseen outcome={preview.data} applying={apply.isPending} onApply={carryOut} />
          )}
        </section>
      )}
    </>
  )
}
