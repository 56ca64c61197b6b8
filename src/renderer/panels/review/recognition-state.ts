import { createStore } from 'zustand/vanilla'
import type { Out } from '../../../shared/contract/define.ts'
import type { recognisingDocuments } from '../../../shared/contract/recognition.ts'
import type { DocumentId } from '../../../shared/model/ids.ts'

export type Recognition = Out<typeof recognisingDocuments.recognition>

export interface Recognisable {
  readonly id: DocumentId
  readonly name: string
  readonly kind: 'pdf' | 'image'
}

interface State {
  /** for which document engine and language are being asked */
  readonly asking: (Recognisable & { readonly engines: Recognition['engines'] }) | null
  readonly running: (Recognisable & { readonly done: number; readonly total: number }) | null
}

export const emptyRecognition: State = { asking: null, running: null }

export const recognitionState = createStore<State>(() => emptyRecognition)
