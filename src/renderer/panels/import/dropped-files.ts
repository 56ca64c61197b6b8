const byName = new Intl.Collator(undefined, { numeric: true })

/** Files that programs leave behind in folders, and folders that are none of the researcher's. */
export const isClutter = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name)

/**
 * All files of a drop, those inside folders too, in the order of their names. What is
 * asked of the drop is asked at once: it is empty as soon as its event has passed.
 */
export async function filesOf(items: DataTransferItemList): Promise<File[]> {
  const dropped = [...items].filter(({ kind }) => kind === 'file')
  const sources = dropped.map(item => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    sources.map(async ({ entry, file }) => {
      if (entry?.isDirectory) return filesBelow(entry as FileSystemDirectoryEntry)
      return file ? [file] : []
    }),
  )
  return found.flat()
}

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesOf(folder)).filter(({ name }) => !isClutter(name))
  entries.sort((a, b) => byName.compare(a.name, b.name))
  const found = await Promise.all(
    entries.map(async entry =>
      entry.isDirectory
        ? filesBelow(entry as FileSystemDirectoryEntry)
        : [await fileOf(entry as FileSystemFileEntry)],
    ),
  )
  return found.flat()
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

/** The browser gives a folder's entries in portions; an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** Files chosen as a folder: without the clutter, in the order of their paths. */
export function filesOfFolder(files: readonly File[]): File[] {
  const pathOf = (file: File) => file.webkitRelativePath || file.name
  return files
    .filter(file => !pathOf(file).split('/').some(isClutter))
    .toSorted((a, b) => byName.compare(pathOf(a), pathOf(b)))
}
