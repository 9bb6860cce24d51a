// Language and direction of what is written.

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr"]);

export const directionOf = (language) => (RIGHT_TO_LEFT.has((language ?? "").split("-")[0].toLowerCase()) ? "rtl" : "ltr");

export function setLanguage(elements, language) {
  for (const element of elements) {
    element.lang = language;
    element.dir = directionOf(language);
  }
}
