// The text of a file that was dropped, pasted or chosen, or a sentence on why there is none. What is dropped may be a film, or a folder.

export type TextOfFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly wrong: string };

/** Never rejects. @param most bytes; what is larger is not read at all */
export async function textOfFile(file: Pick<File, 'name' | 'size' | 'text'>, most: number): Promise<TextOfFile> {
  if (file.size > most)
    return { ok: false, wrong: `${file.name} is too large: no more than ${most / 1_000_000} MB are read.` };
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, wrong: `${file.name} cannot be read. It may be a folder, or be gone by now.` };
  }
}
