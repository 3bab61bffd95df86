import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useKeysHelp } from '~/engine/palette/Palettes'
import { usePhone } from '~/ui/useMedia'
import { StepRow } from './StepRow'
import type { Beginning } from './useOnboarding'
import './onboarding.css'

const PhoneDialog = lazy(async () => ({ default: (await import('./PhoneDialog')).PhoneDialog }))

/** What leads somebody new to work that goes well; each step knows whether it is done. */
export function Onboarding({ beginning }: { beginning: Beginning }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const showKeys = useKeysHelp()
  const [installing, setInstalling] = useState(false)
  const { steps, setState, dismiss } = beginning
  const settled = steps.filter(({ state }) => state !== 'open').length
  const next = steps.find(({ state }) => state === 'open')?.step
  const here = phone && steps.some(({ step, state }) => step === 'phone' && state === 'open')
  useEffect(() => {
    // Whoever reads this on a phone has found the way there.
    if (here) setState('phone', 'done')
  }, [here])
  const open = (what: 'phone' | 'keys') => {
    if (what === 'phone') return setInstalling(true)
    showKeys()
    setState('keys', 'done')
  }
  return (
    <section className="card onboarding" aria-label={t('onboarding.title')}>
      <header>
        <h2>{t('onboarding.title')}</h2>
        <span>{t('onboarding.progress', { settled, all: steps.length })}</span>
        <progress className="grow" aria-label={t('onboarding.title')} value={settled} max={steps.length} />
        <Button type="text" size="small" onClick={dismiss}>
          {t('onboarding.dismiss')}
        </Button>
      </header>
      <ol>
        {steps.map(({ step, state }) => (
          <StepRow
            key={step}
            step={step}
            state={state}
            isNext={step === next}
            onOpen={open}
            onState={(wanted) => setState(step, wanted)}
          />
        ))}
      </ol>
      {installing && (
        <Suspense>
          <PhoneDialog
            onDone={() => {
              setInstalling(false)
              setState('phone', 'done')
            }}
            onClose={() => setInstalling(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
