interface CurrencyOption {
  value: string
  label: string
  search: string
}

const FREQUENT = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'JPY', 'GBP', 'SGD']

/** Every currency the browser can name, the tenant's own and the frequent ones first. */
export function currencyOptions(language: string, base: string): CurrencyOption[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const codes = new Set([base, ...FREQUENT, ...Intl.supportedValuesOf('currency')])
  return [...codes].map((code) => {
    const label = `${code} ${names.of(code) ?? ''}`
    return { value: code, label, search: label }
  })
}
