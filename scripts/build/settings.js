// What a build may be told from outside: where the add-in will be served, and where Office.js comes from.
const DEVELOPMENT_URL = "https://localhost:3000/";
const MICROSOFT_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PLACEHOLDER = /contoso|fabrikam|example\.(com|org|net)|your[-.]|placeholder|<|>|\.invalid$/i;

/**
 * Reads ADDIN_URL and OFFICE_JS_URL.
 * Without ADDIN_URL a build is for this machine only, and says so in `warnings`, so that a first build works out of the box.
 * Throws a sentence when ADDIN_URL is given but can't be right.
 */
function readSettings(environment) {
  const warnings = [];
  const given = (environment.ADDIN_URL ?? "").trim();
  if (given === "") {
    warnings.push(
      `ADDIN_URL is not set, so dist/manifest.xml points to ${DEVELOPMENT_URL} and works on this machine only. ` +
        "Set ADDIN_URL to the https address the files will be served from before you hand the build to anyone.",
    );
  }
  return {
    developmentUrl: DEVELOPMENT_URL,
    addinUrl: given === "" ? DEVELOPMENT_URL : checkedAddinUrl(given),
    officeJsUrl: (environment.OFFICE_JS_URL ?? "").trim() || MICROSOFT_OFFICE_JS,
    warnings,
  };
}

function checkedAddinUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`ADDIN_URL is not an address: "${text}". Give the https address of the folder the add-in is served from.`);
  }
  if (PLACEHOLDER.test(text)) {
    throw new Error(`ADDIN_URL is still a placeholder: "${text}". Give the https address of the folder the add-in is served from.`);
  }
  if (url.protocol !== "https:") {
    throw new Error(`ADDIN_URL must start with https, as Excel opens no other add-ins: "${text}".`);
  }
  if (url.search !== "" || url.hash !== "") {
    throw new Error(`ADDIN_URL must be a folder, without ? or #: "${text}".`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/**
 * The content-security rule of the pane: our own files, Office.js from where it is served, and nothing else.
 * 'wasm-unsafe-eval' lets the optimiser's WebAssembly start; it allows no text to be run as code.
 * Inline styles are needed by Fluent UI, which writes its style sheet at run time.
 */
function contentSecurityPolicy(officeJsUrl) {
  const isElsewhere = /^https?:\/\//.test(officeJsUrl);
  const office = isElsewhere ? ` ${new URL(officeJsUrl).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

module.exports = { readSettings, contentSecurityPolicy, DEVELOPMENT_URL, MICROSOFT_OFFICE_JS };
