// Answers each line of standard input, a text in JSON, with what the browser's rules make of it.
import { createInterface } from "node:readline";

import { caseNumber, read } from "../../src/search/browser/question.js";
import { plain, soughtOf, stem, words } from "../../src/search/browser/words.js";

let answers = "";
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const found = words(text);
  const asked = caseNumber(text);
  const { wanted: told, excluded } = read(text);
  const stems = found.map((word) => {
    const { near, worth } = soughtOf(word, ["sv", "en"]);
    const terms = [...near].sort().map((term) => [term, worth(term)]);
    return [word, plain(word), stem(word, "sv"), stem(word, "en"), terms];
  });
  const wanted = [told, excluded].map((list) =>
    list.map(({ words, isBeginning, isPhrase, number }) => [words, isPhrase ? "phrase" : isBeginning, ...(number ? [number.key, number.withWord, number.isPhrase] : [])]),
  );
  answers += `${JSON.stringify([stems, asked && [asked.key, asked.isCertain], wanted])}\n`;
}
process.stdout.write(answers);
