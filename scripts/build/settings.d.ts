// The types of settings.js, which webpack loads as it is.
export interface BuildSettings {
  readonly developmentUrl: string;
  readonly addinUrl: string;
  readonly officeJsUrl: string;
  readonly warnings: readonly string[];
}
export declare const DEVELOPMENT_URL: string;
export declare const MICROSOFT_OFFICE_JS: string;
export declare function readSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings;
export declare function contentSecurityPolicy(officeJsUrl: string): string;
