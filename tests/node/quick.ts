// What must compile, with types that quicktype made of the schema of documents.
import type { Connect, PlayURL, Step, SwmlDocument } from "./quick-document.js";

const play: PlayURL = { url: "say:Hi", volume: 3 };
const connect: Connect = { to: "+15551234567", timeout: 20, result: [{ when: "x", then: [{ play }] }] };
const steps: Step[] = [{ play }, { connect }, { hangup: { reason: "busy" } }];
export const whole: SwmlDocument = { sections: { main: steps } };
