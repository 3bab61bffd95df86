import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { renewRecoveryCodes, secondFactorOptions, turnOffSecondFactor, useSecondFactorChanged } from '~/api/protection'
import { formatTime } from '~/fields/format'
import { useConfirmation } from '~/ui/useConfirmation'
import { RecoveryCodes } from './RecoveryCodes'
import { SecondFactorSetUp } from './SecondFactorSetUp'
import { Setting } from './Setting'

/** One's own second factor: whether there is one, and what can be done about it. */
export function SecondFactorSetting() {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(secondFactorOptions)
  const changed = useSecondFactorChanged()
  const [confirmed, dialog] = useConfirmation()
  const [settingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<string[]>()
  const close = () => {
    setSettingUp(false)
    setCodes(undefined)
    void changed()
  }
  const help = data?.since
    ? `${t('security.onSince', { time: formatTime(data.since, i18n.language) })} ${t('security.codesLeft', { count: data.recoveryCodesLeft })}`
    : t('security.secondFactorHelp')
  return (
    <Setting label={t('security.secondFactor')} help={help}>
      {data && !data.since && <Button onClick={() => setSettingUp(true)}>{t('security.setUp')}</Button>}
      {data?.since && (
        <div className="setting-actions">
          <Button onClick={() => void confirmed(async () => setCodes((await renewRecoveryCodes()).recoveryCodes))}>
            {t('security.newCodes')}
          </Button>
          {!data.demanded && (
            <Popconfirm
              title={t('security.offQuestion')}
              okText={t('security.turnOff')}
              okButtonProps={{ danger: true }}
              onConfirm={() => void confirmed(async () => turnOffSecondFactor().then(changed))}
            >
              <Button danger>{t('security.turnOff')}</Button>
            </Popconfirm>
          )}
        </div>
      )}
      {(settingUp || codes) && (
        <Modal
          open
          title={codes ? t('security.recoveryCodes') : t('security.setUpTitle')}
          mask={{ closable: false }}
          onCancel={close}
          footer={
            codes ? (
              <Button type="primary" onClick={close}>
                {t('security.codesKept')}
              </Button>
            ) : null
          }
        >
          {codes ? <RecoveryCodes codes={codes} /> : <SecondFactorSetUp onDone={setCodes} />}
        </Modal>
      )}
      {dialog}
    </Setting>
  )
}
