/** Codes of three letters that Intl knows by two. Others, and variants, it names itself. */
const SHORT: Readonly<Record<string, string>> = {
  ara: 'ar',
  ces: 'cs',
  chi_sim: 'zh-Hans',
  chi_tra: 'zh-Hant',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  fra: 'fr',
  heb: 'he',
  hin: 'hi',
  ita: 'it',
  jpn: 'ja',
  kor: 'ko',
  nld: 'nl',
  pol: 'pl',
  por: 'pt',
  rus: 'ru',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
  ukr: 'uk',
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** "German" of "deu"; the code itself where it is none of a language ("frk", "script/Latin"). */
export function languageName(code: string): string {
  const tag = SHORT[code] ?? (/^[a-z]{3}$/.test(code) ? code : null)
  return (tag === null ? undefined : names.of(tag)) ?? code
}
