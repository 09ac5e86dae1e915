import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { emailLink, shareHref } from '../../core/share.ts'
import type { BlogTwin } from '../../core/twins.ts'
import { copyAddress, shareBySystem } from '../share-address.ts'

interface ShareProps {
  blog: BlogTwin
  title: string
  /** The canonical address, whatever the reader's has in it. */
  url: string
}

/** Hands the page's address to the system's share sheet; where there is none, to what a small menu offers. */
export function Share({ blog, title, url }: ShareProps) {
  const [outcome, setOutcome] = useState('')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const address = () => new URL(url, window.location.href).href

  const share = async () => {
    // Without the focus in it, nothing closes the menu.
    button.current?.focus()
    // Emptied first, so that a second copy is announced again.
    setOutcome('')
    setOpen(!isOpen && !(await shareBySystem(title, address())))
  }
  const copy = async () => {
    setOutcome(await copyAddress(address()))
    close()
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && isOpen) close()
  }
  const closeOnLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what happens in its button and its menu
    <div className="share" lang="en" onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <p role="status">{outcome}</p>
      <button
        ref={button}
        type="button"
        // Safari would take the focus away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={share}
        aria-expanded={isOpen || undefined}
      >
        Share
      </button>
      {isOpen && (
        // A click on what is no button must not take the focus, and the menu with it.
        <ul className="share-menu" tabIndex={-1}>
          <li>
            <button type="button" onClick={copy}>
              Copy link
            </button>
          </li>
          {[emailLink, ...blog.share].map((link) => (
            <li key={link.title}>
              <a
                href={shareHref(link, title, address())}
                rel="nofollow noopener"
                target={link === emailLink ? undefined : '_blank'}
              >
                {link.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
