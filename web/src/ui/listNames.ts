/** What a control is called, by its own word or by that of its label. */
function nameOf(control: Element): string {
  const labelledBy = control.getAttribute('aria-labelledby')
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined
  return (
    control.getAttribute('aria-label') ||
    (labelledBy && document.getElementById(labelledBy)?.textContent) ||
    label?.textContent ||
    ''
  ).trim()
}

function name(list: Element): void {
  const control = document.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`)
  const words = control && nameOf(control)
  if (words) list.setAttribute('aria-label', words)
}

const LIST = '[role="listbox"]:not([aria-label])'

/** Ant Design gives the list of a select no name, so a screen reader announces it as nothing; it is called after its control. */
export function nameLists(): void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        if (node.matches(LIST)) name(node)
        node.querySelectorAll(LIST).forEach(name)
      }
  })
  observer.observe(document.body, { childList: true, subtree: true })
}
