import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Money } from '~/api/types'
import { controlProps, type InputProps } from '../field'
import { currencyOptions } from './currencies'

export function MoneyInput(props: InputProps) {
  const { t, i18n } = useTranslation()
  const { tenant } = useCatalog().metadata
  const money = props.value as Money | null | undefined
  const currency = money?.currency ?? tenant.baseCurrency

  // An amount that was cleared leaves the chosen currency behind, so that the next amount typed is of that currency.
  const change = (amount: string | null | undefined, nextCurrency: string) =>
    props.onChange(
      amount
        ? { amount: String(amount), currency: nextCurrency }
        : nextCurrency === tenant.baseCurrency
          ? null
          : { amount: '', currency: nextCurrency },
    )

  return (
    <Space.Compact className="fill">
      <InputNumber<string>
        {...controlProps(props)}
        className="fill"
        stringMode
        controls={false}
        value={money?.amount || null}
        onChange={(amount) => change(amount, currency)}
      />
      <Select
        aria-label={t('field.currencyOf', { label: props.attribute.label })}
        className="currency-select"
        showSearch={{ optionFilterProp: 'search' }}
        popupMatchSelectWidth={240}
        optionLabelProp="value"
        value={currency}
        options={currencyOptions(i18n.language, tenant.baseCurrency)}
        onChange={(next: string) => change(money?.amount, next)}
      />
    </Space.Compact>
  )
}
