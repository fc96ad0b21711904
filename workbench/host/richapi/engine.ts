/** Runs a RichApi request against the workbook: resolves object paths, performs the actions in order, shapes the answer. */
import { HostError, invalidArgument, notBuilt } from "../model/errors";
import { LiveRange } from "../model/workbook";
import { answerQuery, identityOf } from "./query";
import type { HostObject, Members, ObjectOf } from "./registry";
import { Args, isHostObject, object } from "./registry";
import type { Session } from "./session";
import type { Targets, TypeName } from "./targets";
import { registry } from "./types/index";
import type { WireAction, WireArguments, WireError, WirePath, WireRequest, WireResponse } from "./wire";
import { ActionType, PathType } from "./wire";

/** Ways in which a test may make a request go wrong from inside. */
export interface Disturbance {
  /** Perform only so many actions, then fail with the code. */
  readonly failAfter?: { readonly actions: number; readonly code: string };
  /** Answer `null` for the values of every range, as Excel does above its read limit. */
  readonly nullReads?: boolean;
}

const membersOf = <K extends TypeName>(value: ObjectOf<K>): Members<Targets[K]> => registry[value.type];

const camel = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);

/** One request: paths are resolved at first use and kept, so that `worksheets.add` runs once however often it is mentioned. */
class RequestRun {
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly referenceIds = new Map<number, string>();
  private place = "";

  constructor(
    private readonly request: WireRequest,
    private readonly session: Session,
    private readonly disturbance: Disturbance,
  ) {}

  async run(): Promise<WireResponse> {
    const response: WireResponse = { Results: [], TraceIds: [] };
    const { failAfter } = this.disturbance;
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        if (failAfter && index >= failAfter.actions) {
          throw new HostError(failAfter.code);
        }
        await this.perform(action, response);
      } catch (error) {
        // Earlier actions stay applied ("Error handling with the application-specific APIs": a batch is not a transaction).
        response.Error = this.describe(error, index);
        break;
      }
    }
    await this.session.workbook.calculate();
    return response;
  }

  private async perform(action: WireAction, response: WireResponse): Promise<void> {
    this.place = `${action.ActionType}`;
    const answer = (value: unknown): void => {
      response.Results.push({ ActionId: action.Id, Value: value });
    };
    if (action.ActionType === ActionType.Trace) {
      answer(null);
      response.TraceIds.push(action.Id);
      return;
    }
    const target = this.resolve(action.ObjectPathId);
    const name = action.Name ?? "";
    switch (action.ActionType) {
      case ActionType.Instantiate:
        answer(target === null ? null : this.identity(action.ObjectPathId, target));
        return;
      case ActionType.Query: {
        await this.settle();
        answer(target === null ? null : this.query(action, target));
        return;
      }
      case ActionType.Method:
        answer(target === null ? { _IsNull: true } : await this.method(action, target, name));
        return;
      case ActionType.SetProperty:
        if (target !== null) {
          this.set(target, name, this.args(action.ArgumentInfo).raw(0));
        }
        answer(null);
        return;
      default:
        throw notBuilt(`Action type ${action.ActionType}`);
    }
  }

  /** Calculation is up to date at every read, unless the add-in suspended it until the end of this request. */
  private async settle(): Promise<void> {
    if (!this.session.isCalculationSuspended) {
      await this.session.workbook.calculate();
    }
  }

  private identity(pathId: number, target: HostObject): Record<string, unknown> {
    const referenceId = this.referenceIds.get(pathId);
    return { ...identityOf(target), ...(referenceId === undefined ? {} : { _ReferenceId: referenceId }) };
  }

  private query(action: WireAction, target: HostObject): Record<string, unknown> {
    const answer = { ...this.identity(action.ObjectPathId, target), ...answerQuery(target, action.QueryInfo ?? {}, this.session) };
    if (this.disturbance.nullReads && target.type === "Range") {
      for (const name of ["Values", "Formulas", "Text", "ValueTypes", "NumberFormat"].filter((each) => each in answer)) {
        answer[name] = null;
      }
    }
    return answer;
  }

  private async method(action: WireAction, target: HostObject, name: string): Promise<unknown> {
    if (name === "_KeepReference") {
      const ranges = rangesOf(target);
      this.referenceIds.set(action.ObjectPathId, this.session.keep(ranges, target.type === "RangeAreas"));
      return null;
    }
    const result = this.call(target, name, action.ArgumentInfo);
    if (isHostObject(result)) {
      throw notBuilt(`${target.type}.${camel(name)} as a value`);
    }
    return (await result) ?? null;
  }

  private call(target: HostObject, name: string, info: WireArguments | undefined): unknown {
    return this.callTyped(target, name, this.args(info));
  }

  private callTyped<K extends TypeName>(target: ObjectOf<K>, name: string, args: Args): unknown {
    this.place = `${target.type}.${camel(name)}`;
    const method = membersOf(target).methods?.[name];
    if (!method) {
      throw notBuilt(this.place);
    }
    return method(target.target, args, this.session);
  }

  private set<K extends TypeName>(target: ObjectOf<K>, name: string, value: unknown): void {
    this.place = `${target.type}.${camel(name)}`;
    const setter = membersOf(target).scalars?.[name]?.set;
    if (!setter) {
      throw notBuilt(`Setting ${this.place}`);
    }
    setter(target.target, value, this.session);
  }

  private navigate<K extends TypeName>(parent: ObjectOf<K>, name: string): HostObject | null {
    this.place = `${parent.type}.${camel(name)}`;
    const navigation = membersOf(parent).navigations?.[name];
    if (!navigation) {
      throw notBuilt(this.place);
    }
    return navigation(parent.target, this.session);
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) {
      if (known?.target instanceof LiveRange && known.target.isLost) {
        throw new HostError("InvalidReference");
      }
      return known;
    }
    const path = this.request.ObjectPaths[String(pathId)];
    if (!path) {
      throw new HostError("InvalidRequest", `Object path ${pathId} is missing.`);
    }
    const value = this.resolvePath(path);
    this.resolved.set(pathId, value);
    return value;
  }

  private resolvePath(path: WirePath): HostObject | null {
    // The type comes first: a reference or null path may still name a parent that is no longer sent.
    switch (path.ObjectPathType) {
      case PathType.Global:
        return object("Workbook", this.session.workbook);
      case PathType.New:
        return object("Service", path.Name);
      case PathType.Null:
        return null;
      case PathType.Reference:
        this.referenceIds.set(path.Id, path.Name);
        return this.referenced(path.Name);
      default:
        return this.resolveChild(path);
    }
  }

  private resolveChild(path: WirePath): HostObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) {
      return null;
    }
    if (path.ObjectPathType === PathType.Property) {
      return this.navigate(parent, path.Name);
    }
    const name = path.ObjectPathType === PathType.Indexer ? "GetItem" : path.Name;
    const result = this.call(parent, name, path.ArgumentInfo);
    if (result === null || result === undefined) {
      return null;
    }
    if (!isHostObject(result)) {
      throw notBuilt(`${this.place} as an object`);
    }
    return result;
  }

  private referenced(id: string): HostObject {
    const ranges = this.session.referenced(id);
    const [first] = ranges ?? [];
    if (!ranges || !first) {
      throw new HostError("InvalidReference");
    }
    if (ranges.some((range) => range.isLost)) {
      throw new HostError("ItemNotFound");
    }
    return this.session.isAreas(id) ? object("RangeAreas", { ranges }) : object("Range", first);
  }

  private args(info: WireArguments | undefined): Args {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return new Args((info?.Arguments ?? []).map((value, index) => (ids[index] ? this.resolve(ids[index]) : this.plain(value))));
  }

  /** Objects inside an argument may stand for a proxy: `{"_ObjectPathId": n}`. */
  private plain(value: unknown): unknown {
    if (typeof value === "object" && value !== null && "_ObjectPathId" in value) {
      const id: unknown = value._ObjectPathId;
      if (typeof id !== "number") {
        throw invalidArgument("An object path must be a number.");
      }
      return this.resolve(id);
    }
    return value;
  }

  private describe(error: unknown, index: number): WireError {
    if (!(error instanceof HostError)) {
      const detail = error instanceof Error ? `${error.message} ${error.stack ?? ""}` : String(error);
      this.session.workbook.warn(`The embedded host failed in ${this.place}: ${detail}`);
      return {
        Code: "GeneralException",
        Message: `The embedded host failed: ${detail}`,
        Location: this.place,
        ActionIndex: index,
        HttpStatusCode: 500,
      };
    }
    if (error.message.includes("is not built in the embedded host")) {
      this.session.workbook.warn(error.message);
    }
    return { Code: error.code, Message: error.message, Location: this.place, ActionIndex: index, HttpStatusCode: error.httpStatusCode };
  }
}

const rangesOf = (target: HostObject): readonly LiveRange[] => {
  if (target.type === "Range") {
    return [target.target];
  }
  if (target.type === "RangeAreas") {
    return target.target.ranges;
  }
  throw notBuilt(`${target.type}._KeepReference`);
};

export const runRequest = async (request: WireRequest, session: Session, disturbance: Disturbance = {}): Promise<WireResponse> => {
  session.isCalculationSuspended = false;
  const response = await new RequestRun(request, session, disturbance).run();
  session.endRequest();
  return response;
};
