/** The embedded host as a test or the workbench holds it: the workbook, the wire, a second user's hands. */
import type { HostWorkbookData } from "./hostData";
import { announceChanges } from "./announce";
import { workbookFromData } from "./model/fromData";
import { type Calculator, WorkbookModel } from "./model/workbook";
import { Session } from "./richapi/session";
import { User } from "./user";
import { WacBridge } from "./wac/bridge";
import type { Faults } from "./wac/faults";
import type { Conversation, ExcelApiVersion } from "./wac/messages";
import type { Metrics } from "./wac/metrics";

export interface HostOptions {
  readonly workbook?: HostWorkbookData;
  /** The highest ExcelApi set the host declares; 1.14 is the add-in's minimum. */
  readonly excelApi?: ExcelApiVersion;
  readonly calculator: Calculator;
  readonly conversation: Conversation;
  readonly post: (text: string) => void;
  readonly payloadLimitBytes?: number;
}

export class EmbeddedHost {
  readonly bridge: WacBridge;
  readonly user: User;
  private session: Session;
  private readonly closing: (() => void)[] = [];

  constructor(private readonly options: HostOptions) {
    this.session = new Session(this.open(options.workbook));
    this.bridge = new WacBridge({
      conversation: options.conversation,
      excelApi: options.excelApi ?? "1.14",
      post: options.post,
      session: () => this.session,
      afterRequest: () => announceChanges(this.session, this.bridge, "add-in"),
      ...(options.payloadLimitBytes === undefined ? {} : { payloadLimitBytes: options.payloadLimitBytes }),
    });
    this.user = new User(() => this.session, this.bridge);
  }

  get workbook(): WorkbookModel {
    return this.session.workbook;
  }

  get metrics(): Metrics {
    return this.bridge.metrics;
  }

  get faults(): Faults {
    return this.bridge.faults;
  }

  /** What the host could not do as Excel would. */
  get warnings(): readonly string[] {
    return this.workbook.warnings;
  }

  /** Puts another workbook in place, as if the pane had been opened beside it; metrics and faults start anew. */
  async load(data?: HostWorkbookData): Promise<void> {
    this.bridge.endEdit();
    await this.quiet();
    // The client asks once a pane to hear of the workbook's sheets, and goes on listening.
    const heard = [...this.session.registrations].filter((registration) => registration.startsWith("Workbook/"));
    this.session = new Session(this.open(data));
    heard.forEach((registration) => this.session.registrations.add(registration));
    this.metrics.reset();
    this.faults.clear();
    this.bridge.latencyMs = 0;
    this.bridge.beforeRequest = null;
    await this.workbook.calculate(true);
  }

  /** Ends the pane's page: what it still had running stops. For a test file's `afterAll`. */
  async close(): Promise<void> {
    await this.quiet();
    this.closing.splice(0).forEach((act) => act());
  }

  onClose(act: () => void): void {
    this.closing.push(act);
  }

  /** Waits for what nobody awaits: the client's own clean-up may still be on its way, there and back. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise<void>((go) => setTimeout(go, 0));
      await this.bridge.idle();
    }
  }

  private open(data: HostWorkbookData | undefined): WorkbookModel {
    return data ? workbookFromData(data, this.options.calculator) : new WorkbookModel(this.options.calculator);
  }
}
