/**
 * Full stops that do not end a sentence, in the languages policy documents and interviews
 * are mostly written in. All lower case, without the stop.
 */
const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Never the last word of a sentence: something always follows (a name, a reference). */
export const NEVER_LAST = words(`
  dr mr mrs ms messrs prof hon rep sen gov gen col maj capt lt sgt st mme mmes mlle mm sr sra srta dott sig
  cf vgl vs viz bzw ggf sog inkl exkl abs ziff rn bsp
  e.g i.e z.b d.h i.v.m i.s.d i.d.r u.u p.ex par.ex p.ej
`)

/** Before a number (or a numeral, a paragraph sign, a bracket) they only announce it. */
export const BEFORE_NUMBER = words(`
  no nos nr num núm n art arts artt sec secs sect § para paras par pars pt pts ch chap cap vol vols bd p pp pg pág págs s seite
  fig figs tab tabl ex app annex lit cl reg regs dir dec l ln fn ed eds v approx ca c circa st
  jan feb mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc
`)

/** They may end a sentence; whether they do is seen by the word that follows. */
export const MAYBE_LAST = words(
  'inc ltd co corp bros jr dept govt est al ibid etc usw e.v a.m p.m ph.d u.s u.s.c',
)

/** Words that begin sentences far more often than they follow a name or an initial. */
export const STARTERS = words(`
  the this that these those it its he she they we i you there here in on at by for from as an and but or if when while
  although however moreover furthermore nevertheless therefore thus also since after before because what who why how
  der die das dies diese dieser es er sie wir ich man hier da wenn als aber und doch auch im am
  le la les il elle nous vous ce cette ces el los las esto esta
`)

/** "3. Mai", "12. September": an ordinal before one of these is a date. */
export const GERMAN_MONTHS = words(
  'januar jänner februar märz april mai juni juli august september oktober november dezember',
)
