import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import './dialog.css'
import { Icon } from './icons.tsx'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
}

/** A window over the window: only for things outside the coding path (import report, export, keys). */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={open => !open && onClose()}>
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog className="dialog-body">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton label="Close" shortcut="Esc" onPress={onClose}>
              <Icon name="close" />
            </IconButton>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
