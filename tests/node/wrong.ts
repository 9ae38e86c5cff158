// Of these lines, those that say so must not compile.
import type { Document, Step } from "./document.js";

export const right: Step = { play: { url: "say:Hi" } };
export const verb: Step = { plya: { url: "say:Hi" } }; // wrong: there is no such verb
export const name: Step = { play: { url: "say:Hi", volum: 3 } }; // wrong: nor such a parameter
export const missing: Step = { connect: { timeout: 20 } }; // wrong: to whom?
export const type: Step = { connect: { to: 5551234567 } }; // wrong: a number is not text
export const inside: Step = { switch: { variable: "a", case: { "1": [{ hangpu: {} }] } } }; // wrong
export const prompt: Step = { ai: { prompt: { text: ["Be kind."] } } }; // wrong: a list is not text
export const main: Document = { version: "1.0.0", sections: {} }; // wrong: there is no main
export const choice: Document = { version: "2.0.0", sections: { main: [] } }; // wrong: another version
