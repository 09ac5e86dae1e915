import { type FocusEvent, type ToggleEvent, useEffect, useRef, useState } from 'react'
import { applyLook, choices, keptLook, usualLook } from './looks.ts'

/** What a reader may choose, in a panel above the page that opens as it comes, and later by the button that names its `id`. */
export function SettingsPanel({ id }: { id: string }) {
  const [look, setLook] = useState(usualLook)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // It may come late, when the reader is elsewhere by now.
    const { activeElement, body } = document
    const isAwaited = [body, panel.current?.previousElementSibling].includes(activeElement)
    if (isAwaited && !panel.current?.matches(':popover-open')) panel.current?.showPopover()
  }, [])
  // Other tabs choose as well.
  useEffect(() => {
    const listening = new AbortController()
    const follow = () => setLook((look) => ({ ...look, ...keptLook() }))
    window.addEventListener('storage', follow, { signal: listening.signal })
    return () => listening.abort()
  }, [])
  const choose = (choice: string, option: string) => {
    const chosen = { ...look, ...keptLook(), [choice]: option }
    applyLook(chosen)
    setLook(chosen)
  }
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      className="settings"
      role="dialog"
      lang="en"
      aria-label="Reading settings"
      onBeforeToggle={() => setLook({ ...look, ...keptLook() })}
      onToggle={focusFirst}
      onBlur={closeOnLeave}
    >
      {Object.entries(choices).map(([choice, options]) => (
        <fieldset key={choice}>
          <legend dir="auto">{choice}</legend>
          {Object.keys(options).map((option) => (
            <label key={option}>
              <input
                type="radio"
                name={choice}
                checked={option === look[choice]}
                onChange={() => choose(choice, option)}
              />
              {option}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" popoverTarget={id} popoverTargetAction="hide">
        Close
      </button>
    </div>
  )
}

function focusFirst({ newState, currentTarget }: ToggleEvent<HTMLDivElement>): void {
  if (newState === 'open') currentTarget.querySelector<HTMLElement>(':checked')?.focus()
}

/** Else it would cover what has the focus now. The button beside it closes it by itself. */
function closeOnLeave({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  const isBeside = relatedTarget === currentTarget.previousElementSibling
  if (relatedTarget !== null && !isBeside && !currentTarget.contains(relatedTarget))
    currentTarget.hidePopover()
}
