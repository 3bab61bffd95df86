import { useState } from 'react'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSecondFactorChanged } from '~/api/protection'
import { useSignOut } from '~/api/session'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'
import { RecoveryCodes } from './settings/RecoveryCodes'
import { SecondFactorSetUp } from './settings/SecondFactorSetUp'

/** Leads somebody whose company demands a second factor through setting it up, before anything else. */
export function SecondFactorGate() {
  const { t } = useTranslation()
  const router = useRouter()
  const { next } = useSearch({ from: '/second-factor' })
  const changed = useSecondFactorChanged()
  const signOut = useSignOut()
  const [codes, setCodes] = useState<string[]>()
  usePageTitle(t('security.secondFactor'))
  const goOn = async () => {
    await changed()
    router.history.push(next ?? '/')
  }
  return (
    <Gate title={t('security.secondFactor')} note={codes ? undefined : t('security.demandedNote')}>
      {codes ? (
        <>
          <RecoveryCodes codes={codes} />
          <Button type="primary" size="large" block onClick={() => void goOn()}>
            {t('security.codesKept')}
          </Button>
        </>
      ) : (
        <>
          <SecondFactorSetUp onDone={setCodes} />
          <Button
            type="text"
            block
            onClick={() => signOut.mutate(undefined, { onSuccess: () => router.history.push('/sign-in') })}
          >
            {t('session.signOut')}
          </Button>
        </>
      )}
    </Gate>
  )
}
